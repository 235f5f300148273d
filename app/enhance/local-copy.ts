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
  /** Of a page that saves only at a button: which rendering it will be sent from. */
  rendering?: string;
};

/** A page of one draft: two drafts of a call have a copy each. */
export type PageAddress = {
  call: string;
  page: string;
  /** The draft's id, or what it is begun with. */
  draft: string;
  /** What it was begun with, where it has an id since: an older copy may lie there. */
  begunWith?: string | undefined;
};

const copyPrefix = "heard:typed:";
const switchKey = "heard:keep";

const day = 24 * 60 * 60 * 1000;
/** As long as a draft; text that belongs to no draft yet may be another person's tomorrow. */
const maxAge = { ofDraft: 30 * day, ofNoDraft: day };
export const newDraftMark = "new";

/** Where cookies are blocked, the very name throws. */
export function openStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function copyKeys({ call, page, draft, begunWith }: PageAddress) {
  const keyOf = (of: string) => `${copyPrefix}${call}/${of}/${page}`;
  return [draft, ...(begunWith ? [begunWith] : [])].map(keyOf);
}

export function readCopy(
  storage: Storage,
  address: PageAddress,
): LocalCopy | undefined {
  for (const key of copyKeys(address)) {
    const copy = readCopyAt(storage, key);
    if (copy) return copy;
  }
  return undefined;
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
  const [key = "", ...older] = copyKeys(address);
  try {
    storage.setItem(key, JSON.stringify(copy));
    for (const one of older) storage.removeItem(one);
    return true;
  } catch {
    return false;
  }
}

export function removeCopy(storage: Storage, address: PageAddress) {
  for (const key of copyKeys(address)) storage.removeItem(key);
}

/** What nobody came back for in time. */
export function dropOldCopies(storage: Storage, now: number) {
  for (const key of keysOf(storage, copyPrefix)) {
    const copy = readCopyAt(storage, key);
    if (!copy || isOver(copy, now)) storage.removeItem(key);
  }
}

function isOver({ draft, at }: LocalCopy, now: number): boolean {
  const most = draft === newDraftMark ? maxAge.ofNoDraft : maxAge.ofDraft;
  return now - at > most;
}

/**
 * Takes the copies of a draft's pages away, or of all drafts of a call, and
 * leaves word for its pages that are open still: what they hold is not to be
 * kept again. Text that was typed before there was a draft goes with it.
 */
export function forgetCopies(
  storage: Storage,
  of: { call: string; draft?: string },
  now: number,
) {
  const { call, draft } = of;
  const isTold = (key: string) =>
    draft === undefined ||
    key.startsWith(`${copyPrefix}${call}/${newDraftMark}/`) ||
    readCopyAt(storage, key)?.draft === draft;
  for (const key of keysOf(storage, `${copyPrefix}${call}/`))
    if (isTold(key)) storage.removeItem(key);
  noteForgotten(storage, of, now);
}

/** @param of.draft what the pages say of theirs; without it, all of the call's. */
export function noteForgotten(
  storage: Storage,
  of: { call: string; draft?: string },
  now: number,
) {
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
  if (isOver(copy, now)) return "drop";
  if (copy.draft !== page.draft && !isOfNoDraft) return "drop";
  if (isSameTyped(copy.typed, page.served)) return "drop";
  if (copy.draft === page.draft && copy.version === page.version)
    return "restore";
  if (copy.sent && isSameTyped(copy.sent, page.served)) return "restore";
  return "offer";
}
