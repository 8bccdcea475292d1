// How each question of the form can be known again, however often and in whatever words it is asked.
import type { Question } from './form.ts';

/** In its short wording too, after an answer that was not understood. */
export const openPrompt: Record<Question, RegExp> = {
  terms: /利用規約に同意しますか/,
  eligibility: /当てはまりますか/,
  name: /氏名を(?:教えて|送って)ください/,
  jobNumber: /求職番号を(?:教えて|送って)ください/,
  phone: /電話番号を(?:教えて|送って)ください/,
  day: /希望の日を選んでください/,
  time: /何時から/,
  companion: /同席する方はいますか/,
  review: /この内容で申し込みますか/,
};

export const questions = Object.keys(openPrompt).filter((name): name is Question => name in openPrompt);
