// One call of the official SDK for each endpoint, in an order in which each can succeed.
import { channelAccessToken, type LineBotClient, type messagingApi, type webhook } from '@line/bot-sdk';
import type { Group } from '../../src/handles/group.ts';
import type { Person } from '../../src/handles/person.ts';
import type { Simulator } from '../../src/simulator.ts';
import { SECRET } from './bot.ts';

export type Scene = {
  simulator: Simulator;
  client: LineBotClient;
  hanako: Person;
  group: Group;
  /** A text and a film of hers, as the webhook brought them. */
  text: webhook.MessageEvent;
  film: webhook.MessageEvent;
};

/** The endpoint's name, the call, and what it resolves with (a part of it), or the status with which it is refused. */
export type SdkCall = readonly [endpoint: string, call: () => Promise<unknown>, answer: object | 404];

const messages = [{ type: 'text' as const, text: 'こんにちは' }];
const menu: messagingApi.RichMenuRequest = {
  size: { width: 2500, height: 1686 },
  selected: true,
  name: 'menu',
  chatBarText: 'メニュー',
  areas: [{ bounds: { x: 0, y: 0, width: 2500, height: 1686 }, action: { type: 'message', text: 'はい' } }],
};
/** As much of a PNG as tells its size, 2500 by 1686. */
const png = new Blob([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x09\xc4\0\0\x06\x96', 'latin1')], {
  type: 'image/png',
});

export const everyCall = (scene: Scene): SdkCall[] => [
  ...aboutMessages(scene),
  ...aboutPeople(scene),
  ...aboutRichMenus(scene),
  ...aboutTheChannel(scene),
  ['leave-group', () => scene.client.leaveGroup(scene.group.groupId), {}],
];

function aboutMessages({ client, hanako, text, film }: Scene): SdkCall[] {
  const { userId } = hanako;
  const replyToken = text.replyToken ?? '';
  const markAsReadToken = ('markAsReadToken' in text.message && text.message.markAsReadToken) || '';
  const date = '20260101';
  let narrowcast = '';
  const castNarrowly = async () => {
    const { httpResponse } = await client.narrowcastWithHttpInfo({ messages });
    narrowcast = httpResponse.headers.get('x-line-request-id') ?? '';
    return httpResponse;
  };
  const ready = { status: 'ready' };
  return [
    ['reply', () => client.replyMessage({ replyToken, messages }), { sentMessages: [{}] }],
    ['push', () => client.pushMessage({ to: userId, messages }), { sentMessages: [{}] }],
    ['multicast', () => client.multicast({ to: [userId], messages }), {}],
    ['broadcast', () => client.broadcast({ messages }), {}],
    ['narrowcast', castNarrowly, { status: 202 }],
    ['narrowcast-progress', () => client.getNarrowcastProgress(narrowcast), { phase: 'succeeded' }],
    ['validate-reply', () => client.validateReply({ messages }), {}],
    ['validate-push', () => client.validatePush({ messages }), {}],
    ['validate-multicast', () => client.validateMulticast({ messages }), {}],
    ['validate-narrowcast', () => client.validateNarrowcast({ messages }), {}],
    ['validate-broadcast', () => client.validateBroadcast({ messages }), {}],
    ['delivery-reply', () => client.getNumberOfSentReplyMessages(date), ready],
    ['delivery-push', () => client.getNumberOfSentPushMessages(date), ready],
    ['delivery-multicast', () => client.getNumberOfSentMulticastMessages(date), ready],
    ['delivery-broadcast', () => client.getNumberOfSentBroadcastMessages(date), ready],
    ['aggregation-info', () => client.getAggregationUnitUsage(), { numOfCustomAggregationUnits: 0 }],
    ['aggregation-list', () => client.getAggregationUnitNameList(), { customAggregationUnits: [] }],
    ['loading', () => client.showLoadingAnimation({ chatId: userId }), {}],
    ['mark-as-read', () => client.markMessagesAsReadByToken({ markAsReadToken }), {}],
    ['content', () => client.getMessageContent(film.message.id), { readable: true }],
    ['content-preview', () => client.getMessageContentPreview(film.message.id), { readable: true }],
    [
      'content-transcoding',
      () => client.getMessageContentTranscodingByMessageId(film.message.id),
      { status: 'succeeded' },
    ],
  ];
}

function aboutPeople({ client, hanako: { userId }, group: { groupId } }: Scene): SdkCall[] {
  const profile = { userId, displayName: '花子' };
  const roomId = `R${'0'.repeat(32)}`;
  return [
    ['profile', () => client.getProfile(userId), profile],
    ['follower-ids', () => client.getFollowers(), { userIds: [userId] }],
    ['link-token', () => client.issueLinkToken(userId), {}],
    ['group-summary', () => client.getGroupSummary(groupId), { groupId, groupName: '家族' }],
    ['group-members-count', () => client.getGroupMemberCount(groupId), { count: 1 }],
    ['group-member', () => client.getGroupMemberProfile(groupId, userId), profile],
    ['group-member-ids', () => client.getGroupMembersIds(groupId), { memberIds: [userId] }],
    ['room-members-count', () => client.getRoomMemberCount(roomId), 404],
    ['room-member', () => client.getRoomMemberProfile(roomId, userId), 404],
    ['room-member-ids', () => client.getRoomMembersIds(roomId), 404],
    ['leave-room', () => client.leaveRoom(roomId), 404],
  ];
}

function aboutRichMenus({ client, hanako: { userId } }: Scene): SdkCall[] {
  let id = '';
  const create = async () => {
    const created = await client.createRichMenu(menu);
    id = created.richMenuId;
    return created;
  };
  const operations: messagingApi.RichMenuBatchOperation[] = [{ type: 'unlinkAll' }];
  let batch = '';
  const changeMany = async () => {
    const { httpResponse } = await client.richMenuBatchWithHttpInfo({ operations });
    batch = httpResponse.headers.get('x-line-request-id') ?? '';
    return httpResponse;
  };
  const alias = 'first';
  const aliased = () => ({ richMenuAliasId: alias, richMenuId: id });
  return [
    ['richmenu-validate', () => client.validateRichMenuObject(menu), {}],
    ['richmenu-create', create, {}],
    ['richmenu-picture-upload', () => client.setRichMenuImage(id, png), {}],
    ['richmenu-picture', () => client.getRichMenuImage(id), { readable: true }],
    ['richmenu', () => client.getRichMenu(id), menu],
    ['richmenu-list', () => client.getRichMenuList(), { richmenus: [menu] }],
    ['richmenu-default-set', () => client.setDefaultRichMenu(id), {}],
    ['richmenu-default', () => client.getDefaultRichMenuId(), {}],
    ['richmenu-default-cancel', () => client.cancelDefaultRichMenu(), {}],
    ['richmenu-link', () => client.linkRichMenuIdToUser(userId, id), {}],
    ['richmenu-of-user', () => client.getRichMenuIdOfUser(userId), {}],
    ['richmenu-unlink', () => client.unlinkRichMenuIdFromUser(userId), {}],
    ['richmenu-bulk-link', () => client.linkRichMenuIdToUsers({ richMenuId: id, userIds: [userId] }), {}],
    ['richmenu-bulk-unlink', () => client.unlinkRichMenuIdFromUsers({ userIds: [userId] }), {}],
    ['richmenu-batch-validate', () => client.validateRichMenuBatchRequest({ operations }), {}],
    ['richmenu-batch', changeMany, { status: 202 }],
    ['richmenu-batch-progress', () => client.getRichMenuBatchProgress(batch), { phase: 'succeeded' }],
    ['richmenu-alias-create', () => client.createRichMenuAlias(aliased()), {}],
    ['richmenu-alias-update', () => client.updateRichMenuAlias(alias, { richMenuId: id }), {}],
    ['richmenu-alias', () => client.getRichMenuAlias(alias), { richMenuAliasId: alias }],
    ['richmenu-alias-list', () => client.getRichMenuAliasList(), { aliases: [{ richMenuAliasId: alias }] }],
    ['richmenu-alias-delete', () => client.deleteRichMenuAlias(alias), {}],
    ['richmenu-delete', () => client.deleteRichMenu(id), {}],
  ];
}

function aboutTheChannel({ simulator, client }: Scene): SdkCall[] {
  const { origin, channel, webhookUrl: endpoint = '' } = simulator;
  const tokens = new channelAccessToken.ChannelAccessTokenClient({ baseURL: origin });
  const grant = 'client_credentials';
  const bearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  let token = '';
  const issue = async () => {
    const issued = await tokens.issueChannelToken(grant, channel.channelId, SECRET);
    token = issued.access_token;
    return issued;
  };
  const stateless = () => tokens.issueStatelessChannelTokenByClientSecret(channel.channelId, SECRET);
  return [
    ['bot-info', () => client.getBotInfo(), { userId: channel.botUserId }],
    ['quota', () => client.getMessageQuota(), { type: 'none' }],
    ['quota-consumption', () => client.getMessageQuotaConsumption(), { totalUsage: 4 }],
    ['set-webhook-endpoint', () => client.setWebhookEndpoint({ endpoint }), {}],
    ['webhook-endpoint', () => client.getWebhookEndpoint(), { endpoint, active: true }],
    ['test-webhook-endpoint', () => client.testWebhookEndpoint(), { success: true, statusCode: 200 }],
    ['token-short-lived', issue, { token_type: 'Bearer' }],
    ['token-stateless', stateless, { token_type: 'Bearer', expires_in: 900 }],
    ['token-by-key', () => tokens.issueChannelTokenByJWT(grant, bearer, 'a.b.c'), 404],
    ['token-verify', () => tokens.verifyChannelToken(token), { client_id: channel.channelId }],
    ['token-verify-any', () => tokens.verifyChannelTokenByJWT(token), { client_id: channel.channelId }],
    ['token-revoke', () => tokens.revokeChannelToken(token), {}],
  ];
}
