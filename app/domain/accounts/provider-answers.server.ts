/** How long the provider has for all that one step asks of it: somebody waits before an empty page. */
const patienceMilliseconds = 8_000;
const maxAnswerCharacters = 200_000;

/** The provider let a step fail. What it said is not told: it may name somebody. */
export class ProviderFault extends Error {
  readonly reason: "down" | "wrong";
  /** What it was about, for the log. */
  readonly about: string;

  constructor(reason: "down" | "wrong", about: string) {
    super(`The sign-in provider: ${reason}, ${about}`);
    this.reason = reason;
    this.about = about;
  }
}

type Ask = (address: string, init?: RequestInit) => Promise<Response>;

/**
 * Asks the provider what one step needs, within one time limit for all of it,
 * slow bodies included, which a signal alone does not end (docs/decisions/361).
 *
 * @throws a `ProviderFault`.
 */
export async function askWithin<Found>(
  step: (ask: Ask) => Promise<Found>,
  milliseconds = patienceMilliseconds,
): Promise<Found> {
  const leaving = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new ProviderFault("down", "slow"));
      leaving.abort();
    }, milliseconds);
  });
  const ask: Ask = (address, init) =>
    askOnce(address, { ...init, signal: leaving.signal });
  try {
    return await Promise.race([step(ask).catch(refuse), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function askOnce(address: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(address, init).catch(() => undefined);
  if (!answer) throw new ProviderFault("down", "no-answer");
  const text = await answer.text().catch(() => "");
  const { status, headers } = answer;
  if (status >= 500) throw new ProviderFault("down", "failed");
  if (text.length > maxAnswerCharacters)
    throw new ProviderFault("wrong", "too-long");
  return new Response(text, { status, headers });
}

/** A fault stands somewhere among the causes of what the library threw; of its own it is the code that tells nothing of anybody. */
function refuse(thrown: unknown): never {
  let code: string | undefined;
  for (let at = thrown; at instanceof Error; at = at.cause) {
    if (at instanceof ProviderFault) throw at;
    if ("code" in at && typeof at.code === "string") code ??= at.code;
  }
  throw new ProviderFault("wrong", code ?? "unexpected");
}
