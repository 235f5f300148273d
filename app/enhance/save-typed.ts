import type { TypedFields } from "./typed-fields.ts";

export type SaveReply =
  | { kind: "saved"; draft: string; version: number }
  | {
      kind: "saved-elsewhere";
      draft: string;
      version: number;
      saved: TypedFields;
    }
  /** The draft was sent or deleted. */
  | { kind: "gone" }
  /** It did not arrive, or could not have its turn. */
  | { kind: "later"; afterMilliseconds: number | undefined }
  | { kind: "refused" };

/** A browser sends no more than 65,536 bytes of a page that is being left. */
const maxLeavingBytes = 60_000;
const timeoutMilliseconds = 20_000;

/** A form's bytes are ASCII, so that characters are bytes. */
export function fitsLeaving(body: URLSearchParams): boolean {
  return body.toString().length <= maxLeavingBytes;
}

/** Sends what is typed to the page's own save (docs/decisions/161). */
export async function saveTyped(
  address: string,
  body: URLSearchParams,
  { isLeaving }: { isLeaving: boolean },
): Promise<SaveReply> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMilliseconds);
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
      redirect: "error",
      signal: controller.signal,
      keepalive: isLeaving,
    });
    return await readReply(response);
  } catch {
    return { kind: "later", afterMilliseconds: undefined };
  } finally {
    clearTimeout(timer);
  }
}

async function readReply(response: Response): Promise<SaveReply> {
  const { status, headers } = response;
  if (status === 429 || status >= 500) {
    const seconds = Number(headers.get("Retry-After"));
    return {
      kind: "later",
      afterMilliseconds: seconds > 0 ? seconds * 1000 : undefined,
    };
  }
  const isJson = headers.get("Content-Type")?.includes("json");
  if (!isJson) return { kind: "refused" };
  return readTypedReply(await response.json());
}

type TypedReply = {
  reason?: string;
  draft?: string;
  version?: number;
  saved?: TypedFields;
};

export function readTypedReply(reply: TypedReply): SaveReply {
  const { reason, draft, version, saved } = reply;
  if (reason === "already-sent" || reason === "draft-gone")
    return { kind: "gone" };
  if (draft === undefined || version === undefined) return { kind: "refused" };
  if (reason === undefined) return { kind: "saved", draft, version };
  return { kind: "saved-elsewhere", draft, version, saved: saved ?? [] };
}
