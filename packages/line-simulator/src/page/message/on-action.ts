// What happens when somebody taps something on a message: known at its top, needed deep inside.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Action } from '../../messages/actions.ts';

export type OnAction = (action: Action) => void;

export const ActionContext = createContext<OnAction>(() => {});

export const useOnAction = (): OnAction => useContext(ActionContext);
