import { isSameTyped, type TypedFields } from "./typed-fields.ts";

/** What a browser keeps of a page that the server does not have yet. */
export type LocalCopy = {
  /** The draft and version of the page that it was typed into. */
  draft: string;
  version: number;
  /** Milliseconds since 1970. */
  at: number;
  typed: TypedFields;
  /** What was last sent without hearing whether it arrived. */
  sent: TypedFields | null;
};

export type PageAddress = { call: string; page: string };

const copyPrefix = "heard:typed:";
const switchKey = "heard:keep";

const day = 24 * 60 * 60 * 1000;
/** As long as a draft; text that belongs to no draft yet may be another person's tomorrow. */
const maxAge = { ofDraft: 30 * day, ofNoDraft: day };
export const newDraftMark = "new";

function copyKey({ call, page }: PageAddress): string {
  return `${copyPrefix}${call}/${page}`;
}

export function readCopy(
  storage: Storage,
  address: PageAddress,
): LocalCopy | undefined {
  return readCopyAt(storage, copyKey(address));
}

function readCopyAt(storage: Storage, key: string): LocalCopy | undefined {
  try {
    const copy: unknown = JSON.parse(storage.getItem(key) ?? "null");
    return isCopy(copy) ? copy : undefined;
  } catch {
    return undefined;
  }
}

/** Whatever else runs on this origin may have written there. */
function isCopy(value: unknown): value is LocalCopy {
  if (typeof value !== "object" || value === null) return false;
  return (
    "draft" in value &&
    typeof value.draft === "string" &&
    "version" in value &&
    typeof value.version === "number" &&
    "at" in value &&
    typeof value.at === "number" &&
    "typed" in value &&
    isTyped(value.typed) &&
    "sent" in value &&
    (value.sent === null || isTyped(value.sent))
  );
}

function isTyped(value: unknown): value is TypedFields {
  return (
    Array.isArray(value) &&
    value.every(
      (field) =>
        Array.isArray(field) &&
        field.length === 2 &&
        field.every((part) => typeof part === "string"),
    )
  );
}

/** @returns false where the browser has no room. */
export function writeCopy(
  storage: Storage,
  address: PageAddress,
  copy: LocalCopy,
): boolean {
  try {
    storage.setItem(copyKey(address), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function removeCopy(storage: Storage, address: PageAddress) {
  storage.removeItem(copyKey(address));
}

/**
 * Takes the copies of a call's pages away, those of one draft or all, and
 * leaves word for its pages that are open still: what they hold is not to be kept again.
 */
export function forgetCopies(
  storage: Storage,
  of: { call: string; draft?: string },
  now: number,
) {
  for (const key of keysOf(storage, `${copyPrefix}${of.call}/`)) {
    const copy = readCopyAt(storage, key);
    const isOfDraft = copy?.draft === of.draft || copy?.draft === newDraftMark;
    if (of.draft === undefined || isOfDraft) storage.removeItem(key);
  }
  storage.setItem(forgottenKey(of), String(now));
}

function forgottenKey({ call, draft }: { call: string; draft?: string }) {
  return `heard:forgotten:${call}${draft === undefined ? "" : `/${draft}`}`;
}

export function wasForgottenSince(
  storage: Storage,
  { call, draft }: { call: string; draft: string },
  since: number,
): boolean {
  return [{ call }, { call, draft }].some(
    (of) => Number(storage.getItem(forgottenKey(of))) > since,
  );
}

/** Off is remembered, and no text with it. */
export function switchKeeping(storage: Storage, isOn: boolean) {
  if (isOn) return storage.removeItem(switchKey);
  for (const key of keysOf(storage, copyPrefix)) storage.removeItem(key);
  storage.setItem(switchKey, "off");
}

export function isKeepingOn(storage: Storage): boolean {
  return storage.getItem(switchKey) !== "off";
}

function keysOf(storage: Storage, prefix: string): string[] {
  const keys = Array.from(
    { length: storage.length },
    (_, index) => storage.key(index) ?? "",
  );
  return keys.filter((key) => key.startsWith(prefix));
}

type ServedPage = { draft: string; version: number; served: TypedFields };

/**
 * What to do with a copy that is there when its page opens: nothing that the
 * server has is overwritten without a word.
 *
 * @returns `drop` where it is of no use or of a draft that is gone, `restore`
 *   where it was typed over what the page shows, `offer` where the page shows something newer.
 */
export function decideOnCopy(
  copy: LocalCopy,
  page: ServedPage,
  now: number,
): "drop" | "restore" | "offer" {
  const isOfNoDraft = copy.draft === newDraftMark;
  const age = now - copy.at;
  if (age > (isOfNoDraft ? maxAge.ofNoDraft : maxAge.ofDraft)) return "drop";
  if (copy.draft !== page.draft && !isOfNoDraft) return "drop";
  if (isSameTyped(copy.typed, page.served)) return "drop";
  if (copy.draft === page.draft && copy.version === page.version)
    return "restore";
  if (copy.sent && isSameTyped(copy.sent, page.served)) return "restore";
  return "offer";
}
