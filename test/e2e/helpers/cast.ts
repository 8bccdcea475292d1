// People who ask for a consultation. All of them are invented, and so are their numbers.

export type Applicant = { displayName: string; name: string; jobNumber: string; phone: string };

const families = ['浜名', '三方原', '天竜', '引佐', '舘山寺', '細江', '雄踏', '舞阪'];
const givenNames = ['花子', '桜', '葵', '凛', '結衣', '真央', '美咲', '千尋'];

let met = 0;

/** Never the same twice in a test file. */
export function nextApplicant(): Applicant {
  const number = met;
  met += 1;
  const family = families[number % families.length] ?? '';
  const given = givenNames[Math.floor(number / families.length) % givenNames.length] ?? '';
  const digits = String(number).padStart(4, '0');
  return {
    displayName: `${given}${number}`,
    name: `${family} ${given}`,
    jobNumber: `22020-555${digits}`,
    phone: `090-1234-${digits}`,
  };
}

export const room = {
  name: '相談室A',
  meetingId: '81234567890',
  shown: '812 3456 7890',
  passcode: 'hama2026',
};
