// Turns what zod found into LINE's own words and paths. The wording is not a contract (LINE says so); these
// follow the reference's examples and what people have reported seeing.
import { z } from 'zod';

export type Complaint = { message: string; property: string };
type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** LINE speaks differently about the request's body, a template and a Flex Message. */
export type Dialect = {
  property(path: Path): string;
  missing: string;
  empty: string;
  tooLong(max: number): string;
  tooManyGraphemes(max: number): string;
  size(min: number, max: number): string;
  unknownField: string;
  badUri: string;
  otherwise(issue: Issue): string;
};

const enumOf = (issue: Issue): string | undefined =>
  issue.code === 'invalid_value'
    ? `Must be one of the following values: [${issue.values.join(', ')}]`
    : undefined;

/** `messages[0].quickReply.items[3].action` */
export const bodyDialect: Dialect = {
  property: (path) =>
    path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
      .join('')
      .replace(/^\./, ''),
  missing: 'May not be empty',
  empty: 'May not be empty',
  tooLong: (max) => `Length must be between 0 and ${max}`,
  tooManyGraphemes: (max) => `Length must be between 0 and ${max}`,
  size: (min, max) => `Size must be between ${min} and ${max}`,
  unknownField: 'unknown field',
  badUri: 'invalid uri',
  otherwise: (issue) => enumOf(issue) ?? 'invalid value',
};

/** `template/columns/5/title` */
export const templateDialect: Dialect = {
  ...bodyDialect,
  property: (path) => path.map(String).join('/'),
  missing: 'must be specified',
  empty: 'must be non-empty text',
  tooLong: (max) => `size must be between 0 and ${max}`,
  tooManyGraphemes: (max) => `must not be longer than ${max} characters`,
  size: (min, max) => `size must be between ${min} and ${max}`,
  badUri: 'invalid uri scheme',
};

/** `/footer/contents/0/action/label`: a pointer into the Flex Message's `contents`. */
export const flexDialect: Dialect = {
  ...templateDialect,
  property: (path) => `/${path.map(String).join('/')}`,
  tooLong: () => 'invalid property',
  tooManyGraphemes: () => 'invalid property',
  badUri: 'Invalid action URI',
  otherwise: () => 'invalid property',
};

/** All complaints about one value, at `root` of the body. */
export function complaintsOf(issues: readonly Issue[], dialect: Dialect, root: Path = []): Complaint[] {
  return issues.flatMap((issue) => {
    const path = [...root, ...issue.path];
    if (issue.code !== 'unrecognized_keys') return [one(issue, dialect, path)];
    return issue.keys.map((key) => ({
      message: dialect.unknownField,
      property: dialect.property([...path, key]),
    }));
  });
}

function one(issue: Issue, dialect: Dialect, path: Path): Complaint {
  const parts = paramsOf(issue);
  if (parts.rule === 'emptyLabel' || (isMissing(issue) && path.at(-1) === 'label'))
    return missingLabel(dialect, path);
  // An unknown kind of component is reported at the component itself (line-bot-sdk-go issue 657).
  const unknownComponent = dialect === flexDialect && issue.code === 'invalid_union';
  const property = dialect.property(unknownComponent ? path.slice(0, -1) : path);
  return { message: wordsFor(issue, dialect, parts), property };
}

/** The body's dialect names the action, not the label (line-bot-sdk-java pull request 258). */
function missingLabel(dialect: Dialect, path: Path): Complaint {
  return dialect === bodyDialect
    ? { message: '`label` must be specified', property: dialect.property(path.slice(0, -1)) }
    : { message: dialect.missing, property: dialect.property(path) };
}

const isMissing = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.input === undefined;

/** What the schemas of this folder put into `params` of their own rules. */
const paramsSchema = z.object({
  rule: z.string().optional(),
  min: z.number().default(0),
  max: z.number().default(0),
  key: z.string().default(''),
});
type Params = z.infer<typeof paramsSchema>;

function paramsOf(issue: Issue): Params {
  return paramsSchema.parse((issue.code === 'custom' && issue.params) || {});
}

function wordsFor(issue: Issue, dialect: Dialect, { rule, min, max, key }: Params): string {
  if (rule === 'missing' || isMissing(issue)) return dialect.missing;
  if (rule === 'empty') return dialect.empty;
  if (rule === 'tooLong') return dialect.tooLong(max);
  if (rule === 'tooManyGraphemes') return dialect.tooManyGraphemes(max);
  if (rule === 'size') return dialect.size(min, max);
  if (rule === 'badActionUri' || rule === 'badMediaUrl') return dialect.badUri;
  if (rule === 'badKey')
    return `The key '${key}' enclosed in '{}' does not match the pattern '^[a-zA-Z0-9_]{1,20}$'.`;
  if (rule === 'unknownKey') return `The key '${key}' is not found in the substitution.`;
  if (rule && rule in SAYINGS) return SAYINGS[rule] ?? '';
  if (issue.code === 'too_small' && issue.origin === 'string') return dialect.empty;
  if (issue.code === 'too_big' && issue.origin === 'array') return dialect.size(0, Number(issue.maximum));
  return dialect.otherwise(issue);
}

const SAYINGS: Record<string, string> = {
  displayTextAndText: "The 'displayText' and 'text' properties cannot both be used at the same time",
  fillInTextWithoutKeyboard: "'fillInText' is only valid when 'inputOption' is 'openKeyboard'",
  badPickerValue: 'invalid date or time format',
  minNotBelowMax: "'max' must be greater than 'min'",
  noDollar: "The character at 'index' must be '$'",
  looseBrace: "'{' and '}' must be escaped as '{{' and '}}'",
  tooManyMentions: 'Up to 20 mentions can be used in a message',
  tooManyEmoji: 'Up to 20 emojis can be used in a message',
  unequalColumns: 'must be the same for all columns',
  noBlock: 'At least one block must be specified',
  bubbleTooLarge: 'The size of a bubble must not be larger than 30 KB',
  carouselTooLarge: 'The size of a carousel must not be larger than 50 KB',
  unequalBubbles: 'All bubbles of a carousel must have the same size',
  tooManyAnimated: 'Up to 10 animated images can be used in a message',
};
