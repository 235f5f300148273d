import type { CallTellingKind } from "#app/db/column-values.ts";
import type { Trx } from "#app/db/schema.ts";
import { type Call, findCall } from "../calls.server.ts";
import { findOpeningProposal } from "../openings.server.ts";
import { deleteTelling } from "../tellings.queries.server.ts";
import { findProposal } from "./proposals.server.ts";

/** What somebody is told of a call. */
export type CallTelling = {
  kind: CallTellingKind;
  slug: string;
  title: string;
  byId: string | null;
  /** Undefined for all who may keep calls. */
  toId: string | undefined;
  at: string;
  /** What a colleague said who sent it back. */
  note: string | undefined;
  /** When what was approved is published, or opens; undefined for at once. */
  due: string | undefined;
  /** It would ask people again who have begun. */
  asksAgain: boolean;
};

type Facts = Partial<Pick<CallTelling, "note" | "due" | "asksAgain">>;

/**
 * What is left to be told, once: it is not there afterwards. What is not so any
 * more, because somebody decided or took it back meanwhile, is told to nobody.
 */
export async function takeTelling(
  trx: Trx,
  tellingId: number,
): Promise<CallTelling | undefined> {
  const left = await deleteTelling(trx, tellingId);
  if (!left) return undefined;
  const { callId, toId, ...told } = left;
  const call = await findCall(trx, callId);
  const facts = await readFacts(trx, call, told);
  return (
    facts && {
      ...{ ...told, slug: call.slug, title: call.definition.title.en },
      toId: toId ?? undefined,
      ...{ note: undefined, due: undefined, asksAgain: false, ...facts },
    }
  );
}

async function readFacts(
  trx: Trx,
  call: Call,
  { kind, at }: Pick<CallTelling, "kind" | "at">,
): Promise<Facts | undefined> {
  const { opensAt } = call;
  if (kind === "opening-approved")
    return opensAt !== null && opensAt > at ? { due: opensAt } : {};
  if (kind === "opening-asked" || kind === "opening-returned") {
    const { proposed, returned } = await findOpeningProposal(trx, call);
    return kind === "opening-asked"
      ? asIt(proposed, at, {})
      : asIt(returned, at, { note: returned?.note });
  }
  if (!aboutChanges.has(kind)) return {};
  const found = await findProposal(trx, call.id);
  const { proposed, approved, returned, asksAgain } = found;
  if (kind === "change-asked")
    return approved
      ? undefined
      : asIt(proposed, at, { asksAgain: asksAgain !== undefined });
  if (kind === "change-returned")
    return asIt(returned, at, { note: returned?.note });
  return asIt(approved, at, { due: approved?.publishAt });
}

/** Those that hold only as long as the working copy stands so. */
const aboutChanges: ReadonlySet<CallTellingKind> = new Set([
  "change-asked",
  "change-approved",
  "change-returned",
]);

const asIt = (said: { at: string } | undefined, at: string, facts: Facts) =>
  said?.at === at ? facts : undefined;
