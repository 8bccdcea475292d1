// What a button does (reference: action-objects). Rules differ by the place the button stands in.
import { z } from 'zod';
import { upToGraphemes } from './graphemes.ts';
import { isPickable } from './picker-values.ts';
import { upToUnits } from './units.ts';
import { actionUri } from './uris.ts';

const DATA_MAX = 300;
const TEXT_MAX = 300;
const CLIPBOARD_MAX = 1000;
const ALIAS_ID_MAX = 32;

export type ActionPlace = {
  /** Most graphemes of a label. */
  labelMax: number;
  labelRequired: boolean;
  /** Camera, camera roll and location are for quick replies only. */
  quickReply?: boolean;
  /** Flex Messages refuse properties that nobody knows; other places pass over them. */
  strict?: boolean;
};

const shaped = <S extends z.ZodRawShape>(place: ActionPlace, shape: S) =>
  place.strict ? z.strictObject(shape) : z.object(shape);

const label = (place: ActionPlace) => {
  const text = upToGraphemes(place.labelMax);
  return place.labelRequired
    ? text.refine((value) => value !== '', { params: { rule: 'emptyLabel' } })
    : text.optional();
};

const data = upToUnits(DATA_MAX);

const postback = (place: ActionPlace) =>
  shaped(place, {
    type: z.literal('postback'),
    label: label(place),
    data,
    displayText: upToGraphemes(TEXT_MAX).optional(),
    /** Deprecated by LINE: shown and also sent as a message. */
    text: upToGraphemes(TEXT_MAX).optional(),
    inputOption: z.enum(['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']).optional(),
    fillInText: upToGraphemes(TEXT_MAX).optional(),
  })
    .refine((action) => action.displayText === undefined || action.text === undefined, {
      path: ['displayText'],
      params: { rule: 'displayTextAndText' },
    })
    .refine((action) => action.fillInText === undefined || action.inputOption === 'openKeyboard', {
      path: ['fillInText'],
      params: { rule: 'fillInTextWithoutKeyboard' },
    });

const message = (place: ActionPlace) =>
  shaped(place, {
    type: z.literal('message'),
    label: label(place),
    text: upToGraphemes(TEXT_MAX).refine((text) => text !== '', { params: { rule: 'empty' } }),
  });

const uri = (place: ActionPlace) =>
  shaped(place, {
    type: z.literal('uri'),
    label: label(place),
    uri: actionUri,
    altUri: shaped(place, { desktop: actionUri.optional() }).optional(),
  });

const clipboard = (place: ActionPlace) =>
  shaped(place, {
    type: z.literal('clipboard'),
    label: label(place),
    clipboardText: upToUnits(CLIPBOARD_MAX).min(1),
  });

const datetimepicker = (place: ActionPlace) =>
  shaped(place, {
    type: z.literal('datetimepicker'),
    label: label(place),
    data,
    mode: z.enum(['date', 'time', 'datetime']),
    initial: z.string().optional(),
    max: z.string().optional(),
    min: z.string().optional(),
  }).superRefine(({ mode, initial, max, min }, context) => {
    const complain = (path: string, rule: string) =>
      context.addIssue({ code: 'custom', path: [path], params: { rule } });
    for (const [path, value] of Object.entries({ initial, max, min }))
      if (value !== undefined && !isPickable(mode, value)) complain(path, 'badPickerValue');
    if (min !== undefined && max !== undefined && min.toUpperCase() >= max.toUpperCase())
      complain('max', 'minNotBelowMax');
  });

const camera = <T extends 'camera' | 'cameraRoll' | 'location'>(type: T, place: ActionPlace) =>
  shaped(place, { type: z.literal(type), label: label(place) });

const richMenuSwitch = (place: ActionPlace) =>
  shaped(place, {
    type: z.literal('richmenuswitch'),
    label: label(place),
    richMenuAliasId: upToUnits(ALIAS_ID_MAX).min(1),
    data,
  });

const everywhere = (place: ActionPlace) =>
  [postback(place), message(place), uri(place), datetimepicker(place), clipboard(place)] as const;

const inQuickReplies = (place: ActionPlace) =>
  z.discriminatedUnion('type', [
    ...everywhere(place),
    camera('camera', place),
    camera('cameraRoll', place),
    camera('location', place),
  ]);

export type Action = z.infer<ReturnType<typeof inQuickReplies>>;

/** The action objects allowed in that place. */
export const actionsIn = (place: ActionPlace): z.ZodType<Action> =>
  place.quickReply ? inQuickReplies(place) : z.discriminatedUnion('type', everywhere(place));

const inRichMenus = (place: ActionPlace) =>
  z.discriminatedUnion('type', [...everywhere(place), richMenuSwitch(place)]);

export type RichMenuAction = z.infer<ReturnType<typeof inRichMenus>>;

/** The only place where menus can be switched; labels are read aloud, not shown. */
export const richMenuAction = inRichMenus({ labelMax: 20, labelRequired: false });
