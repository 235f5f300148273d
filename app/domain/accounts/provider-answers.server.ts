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

type Ask = (address: string, init?: RequestInit) => Promise<unknown>;

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
  try {
    const ask: Ask = (address, init) => askOnce(address, init, leaving.signal);
    return await Promise.race([step(ask), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function askOnce(
  address: string,
  init: RequestInit | undefined,
  signal: AbortSignal,
): Promise<unknown> {
  const headers = { Accept: "application/json", ...init?.headers };
  const sent = { ...init, headers, signal, redirect: "error" } as const;
  const answer = await fetch(address, sent).catch(() => undefined);
  if (!answer) throw new ProviderFault("down", "no-answer");
  const text = await answer.text().catch(() => "");
  if (answer.status >= 500) throw new ProviderFault("down", "failed");
  if (!answer.ok) throw new ProviderFault("wrong", `status-${answer.status}`);
  if (text.length > maxAnswerCharacters)
    throw new ProviderFault("wrong", "too-long");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProviderFault("wrong", "no-json");
  }
}
