import { Readable } from "node:stream";
import { lineErrorOf } from "./bucket-errors.server.ts";
import { AttachmentStoreError } from "./stored-files.ts";

/** Ends what is waited for when nothing was heard for long enough, or when it took too long in all. */
export class Silence {
  readonly #end = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #lastEnd: NodeJS.Timeout | undefined;

  constructor(readonly milliseconds: number) {}

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  listen() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.stop(), this.milliseconds);
  }

  /** Begins a wait anew, where there is one: a piece may be asked for when the answer has come. */
  hear() {
    if (this.#timer) this.listen();
  }

  /** Nothing is waited for: whoever reads may take their time. */
  rest() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    clearTimeout(this.#lastEnd);
  }

  endAfter(milliseconds: number) {
    this.#lastEnd = setTimeout(() => this.stop(), milliseconds);
  }

  stop(reason = new AttachmentStoreError("unreachable", "too-slow")) {
    this.rest();
    this.#end.abort(reason);
  }

  /** Of an error of fetch's, which may be our own ending of it. */
  reasonOf(error: unknown): AttachmentStoreError {
    return lineErrorOf(this.signal.aborted ? this.signal.reason : error);
  }
}

const mostTextBytes = 4_000_000;

/** A bucket's answer, whose body is read once or let go. */
export class BucketAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly #response: Response;
  readonly #silence: Silence;

  constructor(response: Response, silence: Silence) {
    this.status = response.status;
    this.headers = response.headers;
    this.#response = response;
    this.#silence = silence;
  }

  /** The whole body as text: lists and errors, never a file. */
  async readText(): Promise<string> {
    let text = "";
    for await (const chunk of this.openBody()) {
      text += String(chunk);
      if (text.length > mostTextBytes)
        throw new AttachmentStoreError("refused", "answer-too-long");
    }
    return text;
  }

  /** The bucket's word for what went wrong; its status where there is none. */
  async readErrorCode(): Promise<string> {
    const text = await this.readText().catch(() => "");
    return /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? String(this.status);
  }

  /** The body as it comes; to be read to its end, or destroyed. */
  openBody(): Readable {
    const reader = this.#response.body?.getReader();
    const silence = this.#silence;
    const body = new Readable({
      read() {
        silence.listen();
        (reader?.read() ?? Promise.resolve({ done: true, value: undefined }))
          .then(({ value }) => {
            silence.rest();
            this.push(value === undefined ? null : Buffer.from(value));
          })
          .catch((error: unknown) => {
            silence.rest();
            this.destroy(silence.reasonOf(error));
          });
      },
      destroy(error, done) {
        silence.stop();
        reader?.cancel().catch(() => undefined);
        done(error);
      },
    });
    // A request that is garbage by now hands no ending on to its answer (Node 20): it would be waited for without end.
    silence.signal.addEventListener(
      "abort",
      () => body.destroy(silence.reasonOf(silence.signal.reason)),
      { once: true },
    );
    return body;
  }

  /** Lets go of a body that nobody reads. */
  async drop(): Promise<void> {
    await this.#response.body?.cancel().catch(() => undefined);
  }
}
