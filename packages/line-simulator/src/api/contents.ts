// GET /v2/bot/message/{messageId}/content…, on the host for data: what people have sent (reference: get-content).
import { samplePicture } from '../acts/sample-content.ts';
import type { Platform } from '../platform.ts';
import { PER_SECOND_2000 } from '../rules/rate-limits.ts';
import { isUnsent } from '../world/chats.ts';
import { type Content, isPlayed } from '../world/contents.ts';
import type { ApiAnswer, Endpoint } from './endpoint.ts';
import { refusal } from './refusal.ts';

const contentEndpoint = (
  name: string,
  below: string,
  tell: (content: Content, platform: Platform) => ApiAnswer,
): Endpoint => ({
  name,
  method: 'GET',
  path: `/v2/bot/message/{messageId}/${below}`,
  rate: PER_SECOND_2000,
  host: 'data',
  answer: ({ params: { messageId = '' } }, platform) => tell(findContent(platform, messageId), platform),
});

/** Throws 404 for texts, stickers and whatever lies elsewhere, 410 for what was taken back. */
function findContent({ world, contents }: Platform, messageId: string): Content {
  if (isUnsent(world, messageId)) throw refusal(410, 'The content is gone');
  const content = contents.get(messageId);
  if (!content) throw refusal(404, 'not found');
  return content;
}

const served = (bytes: Content): ApiAnswer => ({ status: 200, body: undefined, bytes });
const preparing: ApiAnswer = { status: 202, body: {} };

const getContent = contentEndpoint('content', 'content', (content, { switches }) =>
  isPlayed(content) && switches.transcoding !== 'succeeded' ? preparing : served(content),
);

/** Small pictures of pictures and films. Nothing is shrunk here; of any film the same picture is shown. */
const getContentPreview = contentEndpoint('content-preview', 'content/preview', (content) => {
  if (content.type.startsWith('image/')) return served(content);
  if (content.type.startsWith('video/')) return served(samplePicture());
  throw refusal(404, 'not found');
});

/** Films and sounds have to be made ready by LINE first. */
const getTranscoding = contentEndpoint(
  'content-transcoding',
  'content/transcoding',
  (content, { switches }) => {
    if (!isPlayed(content)) throw refusal(404, 'not found');
    return { status: 200, body: { status: switches.transcoding } };
  },
);

export const contentEndpoints: readonly Endpoint[] = [getContent, getContentPreview, getTranscoding];
