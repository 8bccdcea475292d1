// A correction at the last look that says the right answer too: 「電話番号ちがった 080-9999-8888です」.
import type { Field, FlowEvent } from '../../flows/vocabulary.ts';
import { readJobNumber } from './job-number.ts';
import { readName } from './name.ts';
import { readPhone } from './phone.ts';

/** What answers the question of that field; undefined: she only said what is wrong. */
export function readCorrection(text: string, field: Field): FlowEvent | undefined {
  if (field === 'phone') return readPhone(text).ok ? { type: 'said', text } : undefined;
  if (field === 'jobNumber') return readJobNumber(text).ok ? { type: 'said', text } : undefined;
  if (field === 'name') return readRightName(text);
  if (field === 'companion') return readCompanion(text);
  return undefined;
}

/** The name stands in the last part: 「名前まちがえました。伊藤花子です」, 「氏名を伊藤花子に直して」. */
function readRightName(text: string): FlowEvent | undefined {
  for (const part of text
    .slice(0, 200)
    .split(/[。．.、,\n!！→⇒]+/)
    .toReversed()) {
    const name = part
      .replace(
        /^ *(?:お?(?:名前|氏名|なまえ|名字|苗字)(?:の(?:漢字|字|文字|表記|書き方))?|漢字)[がをはも]?(?:全然|ちょっと|少し)?(?:間違|まちが|違|ちが|変わ|かわ|変え|かえ)[えっいりんうる]{0,3}(?:ました|ちゃった|てい?る|てい?ます|てた|た|ます|です)?(?=[\s:：])/,
        '',
      )
      .replace(/^ *(?:正しくは|ほんとは|本当は)/, '')
      .replace(/(?:に|へ|って)?(?:直し|なおし|変え|かえ|変更|訂正|修正|して).*$/s, '')
      .replace(/^ *お?(?:名前|氏名|なまえ)[をは:： ]+/, '')
      .trim();
    if (name.length > 1 && readName(name).ok) return { type: 'said', text: name };
  }
  return undefined;
}

function readCompanion(text: string): FlowEvent | undefined {
  const isAlone = /(?:い|居)(?:ない|ません|なく)|なし|無し|ひとり|一人|同席し(?:ない|ません)/.test(text);
  const isAccompanied = /(?:い|居)(?:る|ます)|あり|有り|同席(?:する(?!人|方)|します)/.test(text);
  if (isAlone === isAccompanied) return undefined;
  return { type: 'companion.answered', companion: isAccompanied };
}
