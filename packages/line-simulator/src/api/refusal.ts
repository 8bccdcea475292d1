// How the platform says no.
/** Thrown by endpoints; becomes the answer. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  /** `{message, details?}`; about tokens `{error, error_description}`. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: Refusal['body'], headers: Refusal['headers'] = {}) {
    super(String(body.message ?? body.error_description));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export const refusal = (status: number, message: string): Refusal => new Refusal(status, { message });

/** Endpoints that issue and check tokens speak as OAuth does. */
export const oAuthRefusal = (error: string, description: string): Refusal =>
  new Refusal(400, { error, error_description: description });

export const notFound = (): Refusal => refusal(404, 'Not found');
export const badParameter = (name: string): Refusal =>
  refusal(400, `The value for the '${name}' parameter is invalid`);
/** LINE tells only the status; the words are those of its list of error messages. */
export const notForThisAccount = (): Refusal =>
  refusal(403, 'Access to this API is not available for your account');
export const unauthorized = (): Refusal =>
  refusal(
    401,
    'Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.',
  );
export const rateLimited = (): Refusal =>
  refusal(429, 'The API rate limit has been exceeded. Try again later.');
export const quotaReached = (): Refusal => refusal(429, 'You have reached your monthly limit.');
export const failedToSend = (): Refusal => refusal(400, 'Failed to send messages');
