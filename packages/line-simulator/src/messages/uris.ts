// Addresses in messages (reference: uri-action, url-encoding).
import { upToUnits } from './units.ts';

const ACTION_URI_MAX = 1000;
const MEDIA_URL_MAX = 2000;
/** What RFC 3986 allows; anything else has to be percent-encoded. */
const ENCODED = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
const TEL = /^tel:[+0-9*#();,=.-]+$/i;

function isActionUri(uri: string): boolean {
  if (!ENCODED.test(uri)) return false;
  const scheme = uri.slice(0, uri.indexOf(':')).toLowerCase();
  if (scheme === 'tel') return TEL.test(uri);
  if (scheme === 'line') return uri.length > 'line://'.length;
  return (scheme === 'http' || scheme === 'https') && URL.canParse(uri);
}

const isMediaUrl = (url: string): boolean =>
  ENCODED.test(url) && url.toLowerCase().startsWith('https://') && URL.canParse(url);

/** What a button may open: http, https, line or tel, at most 1,000 UTF-16 units. */
export const actionUri = upToUnits(ACTION_URI_MAX)
  .min(1)
  .refine(isActionUri, { params: { rule: 'badActionUri' } });

/** Where a picture, film or sound lies: https only, at most 2,000 UTF-16 units. Nobody fetches it here. */
export const mediaUrl = upToUnits(MEDIA_URL_MAX)
  .min(1)
  .refine(isMediaUrl, { params: { rule: 'badMediaUrl' } });
