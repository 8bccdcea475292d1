import { admin } from './admin.ts';
import { home } from './home.ts';
import { request } from './request.ts';

/** Every flow a chat can be in, by the name under which it is saved. */
export const flows = { home, request, admin } as const;
export type FlowName = keyof typeof flows;
