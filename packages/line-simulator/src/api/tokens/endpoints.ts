// All calls about tokens.
import type { Endpoint } from '../endpoint.ts';
import { revokeToken, verifyAnyToken, verifyChannelToken } from './check.ts';
import { getCertificates, verifyIdToken } from './id-tokens.ts';
import { issueShortLivedToken, issueStatelessToken, issueTokenByKey } from './issue.ts';
import { issueLinkToken } from './link-tokens.ts';
import { getFriendship, getOwnProfile } from './login.ts';

export const tokenEndpoints: readonly Endpoint[] = [
  issueStatelessToken,
  issueShortLivedToken,
  issueTokenByKey,
  verifyChannelToken,
  verifyAnyToken,
  revokeToken,
  verifyIdToken,
  getCertificates,
  getOwnProfile,
  getFriendship,
  issueLinkToken,
];
