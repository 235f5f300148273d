import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { fromOwnPage, send, type Sent, urlencoded } from "./http.ts";

export type SentFile = { name: string; bytes: Buffer };

export type Receipt = { reference: string; receiptCode: string };

/** A person who answers a call through HTTP alone, with the cookie that their browser would keep. */
export type Respondent = {
  cookie: () => string;
  open: (path: string) => Promise<Sent>;
  /** Presses Continue on a page with these answers. */
  answer: (pageId: string, answers: Record<string, string>) => Promise<Sent>;
  upload: (pageId: string, files: SentFile[]) => Promise<Sent>;
  sendAnswers: () => Promise<Sent>;
  /** @returns undefined where the page did not come, or not to its end. */
  readReceipt: () => Promise<Receipt | undefined>;
};

export function makeRespondent(address: string, callSlug: string): Respondent {
  let cookie = "";
  const form = `${address}/respond/${callSlug}`;

  async function ask(url: string, options: Parameters<typeof send>[1] = {}) {
    const answer = await send(url, {
      ...options,
      headers: {
        ...options.headers,
        ...(options.method === "POST" && fromOwnPage(address)),
        ...(cookie && { cookie }),
      },
    });
    const [kept] = answer.headers["set-cookie"] ?? [];
    if (kept) cookie = kept.split(";")[0] ?? "";
    return answer;
  }

  return {
    cookie: () => cookie,
    open: (path) => ask(`${address}${path}`),
    answer: (pageId, answers) =>
      ask(`${form}/${pageId}`, {
        method: "POST",
        headers: urlencoded,
        body: new URLSearchParams({
          ...answers,
          intent: "continue",
        }).toString(),
      }),
    upload: (pageId, files) =>
      ask(`${form}/${pageId}`, {
        method: "POST",
        headers: {
          "content-type": `multipart/form-data; boundary=${boundary}`,
        },
        body: writeBody([
          ...files.map(({ name, bytes }) => ({
            ...file(0, name, "files"),
            bytes,
          })),
          text("intent", "continue"),
        ]),
      }),
    sendAnswers: () => ask(`${form}/check`, { method: "POST" }),
    async readReceipt() {
      const { status, body } = await ask(`${form}/sent`);
      if (status !== 200 || !body.includes("</html>")) return undefined;
      const reference = /heard-reference"[^>]*>([^<]+)</.exec(body)?.[1];
      const receiptCode = /heard-code"[^>]*>([^<]+)</.exec(body)?.[1];
      return reference && receiptCode ? { reference, receiptCode } : undefined;
    },
  };
}
