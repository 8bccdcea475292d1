// Who plays in the demo. All of them are invented, and so are their numbers.

/**
 * The ids are always the same, so that a server that kept its records knows everybody again when the demo is
 * started anew.
 */
export const applicant = {
  userId: `U${'0a'.repeat(16)}`,
  displayName: 'はなこ',
  name: '佐藤 花子',
  jobNumber: '22020-1234567',
  phone: '090-1234-5678',
};
export const clerks = [
  { userId: `U${'0b'.repeat(16)}`, displayName: '鈴木' },
  { userId: `U${'0c'.repeat(16)}`, displayName: '高橋' },
] as const;
export const staffGroup = { groupId: `C${'0d'.repeat(16)}`, name: 'マザーズ窓口' };
export const room = { name: '相談室A', numbers: '812 3456 7890 hama2026' };
