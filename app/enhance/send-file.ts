import { type DetailedError, Upload } from "tus-js-client";

export type FileReply =
  { publicId: string; name: string; facts: string } | { message: string };

export type SendingFile = {
  file: File;
  endpoint: string;
  /** What the server needs to know of the file. */
  told: Record<string, string>;
  onBegun: (draft: string) => void;
  onPart: (percent: number) => void;
  onLost: () => void;
  /** "gone" where the answers that it belongs to are; undefined where nobody can say what became of it. */
  onEnd: (reply: FileReply | "gone" | undefined) => void;
};

/** Under what proxies take of one request. */
const pieceBytes = 5_000_000;
const silentMilliseconds = 30_000;
/** At its end the server looks into the file. */
const finishingMilliseconds = 150_000;
const tryAgainMilliseconds = 20_000;
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000];

/** One file on its way, which goes on by itself after a lost or a silent line. */
class FileOnItsWay {
  readonly #sending: SendingFile;
  readonly #upload: Upload;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasEnded = false;
  #goesOn = false;

  constructor(sending: SendingFile) {
    this.#sending = sending;
    this.#upload = new Upload(sending.file, {
      endpoint: sending.endpoint,
      metadata: sending.told,
      chunkSize: pieceBytes,
      retryDelays,
      // Nothing of a file stays in a browser: the server knows what it has of it.
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => mayRetry(statusOf(error)),
      onAfterResponse: (request, response) => {
        if (request.getMethod() === "POST" && response.getStatus() === 201)
          sending.onBegun(readDraft(response.getBody()));
        this.#goesOn = response.getHeader("Heard-Goes-On") === "1";
      },
      onUploadUrlAvailable: () => {
        if (this.#goesOn) this.#askHowFar();
        this.#goesOn = false;
      },
      onProgress: (sent, total) => this.#tellPart(sent / (total || 1)),
      onSuccess: ({ lastResponse }) => {
        const told = lastResponse.getHeader("Heard-Upload");
        const text = told ? decodeURIComponent(told) : lastResponse.getBody();
        this.#end(readReply(text));
      },
      onError: (error) => {
        if (mayRetry(statusOf(error))) return this.#waitForLine();
        if (statusOf(error) === 404) return this.#end("gone");
        this.#end(
          readReply((error as DetailedError).originalResponse?.getBody()),
        );
      },
    });
  }

  readonly goOn = () => {
    if (this.#hasEnded) return;
    removeEventListener("online", this.goOn);
    this.#watch(silentMilliseconds);
    this.#upload.start();
  };

  /** Takes back what has come. */
  cancel() {
    this.#stop();
    this.#upload.abort(this.#upload.url !== null).catch(() => undefined);
  }

  #tellPart(part: number) {
    this.#sending.onPart(Math.floor(100 * part));
    this.#watch(part === 1 ? finishingMilliseconds : silentMilliseconds);
  }

  /** Some of it is here from before: it is asked how much, when the library has put its first piece aside. */
  #askHowFar() {
    void this.#upload.abort().then(() => setTimeout(this.goOn));
  }

  /** A line may fall silent without ever breaking. */
  #watch(milliseconds: number) {
    clearTimeout(this.#timer);
    const goOn = () => void this.#upload.abort().then(this.goOn);
    this.#timer = setTimeout(goOn, milliseconds);
  }

  #waitForLine() {
    if (this.#hasEnded) return;
    this.#sending.onLost();
    clearTimeout(this.#timer);
    addEventListener("online", this.goOn);
    this.#timer = setTimeout(this.goOn, tryAgainMilliseconds);
  }

  #end(reply: FileReply | "gone" | undefined) {
    this.#stop();
    this.#sending.onEnd(reply);
  }

  #stop() {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    removeEventListener("online", this.goOn);
  }
}

/** @returns what ends it, and takes back what has come. */
export function sendFile(sending: SendingFile): () => void {
  let isWanted = true;
  let cancel = () => {
    isWanted = false;
  };
  void markOf(sending.file).then((mark) => {
    if (!isWanted) return;
    const told = { ...sending.told, mark };
    const onItsWay = new FileOnItsWay({ ...sending, told });
    cancel = () => onItsWay.cancel();
    onItsWay.goOn();
  });
  return () => cancel();
}

/** The same for the same file, chosen again; empty where a browser makes no such marks. */
async function markOf(file: File): Promise<string> {
  const { name, size, lastModified, type } = file;
  const facts = JSON.stringify([name, size, lastModified, type]);
  const bytes = new TextEncoder().encode(facts);
  const digest = await globalThis.crypto?.subtle
    ?.digest("SHA-256", bytes)
    .catch(() => undefined);
  return [...new Uint8Array(digest ?? [])]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

function statusOf(error: unknown): number {
  return (error as DetailedError).originalResponse?.getStatus() ?? 0;
}

function mayRetry(status: number): boolean {
  if (status >= 500) return status !== 507;
  return [0, 408, 409, 423].includes(status);
}

function readReply(text: string | undefined): FileReply | undefined {
  try {
    const reply = JSON.parse(text ?? "") as FileReply;
    return "publicId" in reply || "message" in reply ? reply : undefined;
  } catch {
    return undefined;
  }
}

function readDraft(text: string): string {
  try {
    return (JSON.parse(text) as { draft?: string }).draft ?? "";
  } catch {
    return "";
  }
}
