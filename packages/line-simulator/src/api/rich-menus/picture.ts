// POST and GET /v2/bot/richmenu/{richMenuId}/content, on the host for data (reference: upload-rich-menu-image).
import { LEAST_HEIGHT, LEAST_RATIO, WIDTH } from '../../messages/rich-menu.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { notFound, refusal } from '../refusal.ts';
import { menuInPath } from './find-menu.ts';
import { pictureSize } from './picture-size.ts';

const PICTURE_BYTES_MAX = 1024 * 1024;
const TYPES = new Set(['image/png', 'image/jpeg']);

/** Once only: another picture needs another menu. Whether it has the size of the menu, nobody asks. */
export const uploadPicture: Endpoint = {
  name: 'richmenu-picture-upload',
  method: 'POST',
  path: '/v2/bot/richmenu/{richMenuId}/content',
  rate: PER_SECOND_2000,
  host: 'data',
  takes: 'bytes',
  answer({ params, bytes, contentType }, platform) {
    const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!TYPES.has(type)) throw refusal(415, 'Unsupported Media Type');
    const record = menuInPath(platform, params);
    if (record.picture) throw refusal(400, 'An image has already been uploaded to the richmenu');
    if (!isAllowed(bytes)) throw refusal(400, 'The image size is not allowed for richmenu');
    record.picture = { type, data: bytes };
    return { status: 200, body: {} };
  },
};

function isAllowed(bytes: Uint8Array): boolean {
  const size = bytes.length <= PICTURE_BYTES_MAX ? pictureSize(bytes) : undefined;
  if (!size) return false;
  const { width, height } = size;
  const wideEnough = width >= WIDTH.least && width <= WIDTH.most;
  return wideEnough && height >= LEAST_HEIGHT && width / height >= LEAST_RATIO;
}

export const downloadPicture: Endpoint = {
  name: 'richmenu-picture',
  method: 'GET',
  path: '/v2/bot/richmenu/{richMenuId}/content',
  rate: PER_SECOND_2000,
  host: 'data',
  answer({ params }, platform) {
    const { picture } = menuInPath(platform, params);
    if (!picture) throw notFound();
    return { status: 200, body: undefined, bytes: picture };
  },
};
