// Who plays in the demo. All of them are invented, and so are their numbers.

export const applicant = {
  displayName: 'はなこ',
  name: '佐藤 花子',
  jobNumber: '22020-1234567',
  phone: '090-1234-5678',
};
export const clerks = ['鈴木', '高橋'] as const;
export const room = { name: '相談室A', numbers: '812 3456 7890 hama2026' };
