import { createHash, randomBytes, randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember, StaffRole } from "#app/domain/accounts/accounts.ts";
import { addStaffMember } from "#app/domain/accounts/accounts.server.ts";
import {
  createStaffAuth,
  type StaffAuth,
} from "#app/domain/accounts/staff-auth.server.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import type {
  AttachmentSummary,
  StagedFile,
} from "#app/domain/attachments/attachments.ts";
import { attachStagedFiles } from "#app/domain/attachments/attachments.server.ts";
import {
  type Call,
  createCall,
  type NewCall,
} from "#app/domain/calls/calls.server.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { findDraft, startDraft } from "#app/domain/drafts/drafts.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import {
  type NewResponse,
  receiveResponse,
} from "#app/domain/responses/intake.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { callForAdvice } from "./call-for-advice.ts";

/*
 * What the demo's seed and the tests are made of. Each takes a database and
 * overrides, goes through the domain's own operations, and gives back what they give.
 */

let lastNumber = 0;
const nextNumber = () => (lastNumber += 1);

/** An open call, the Call for Advice unless told otherwise. */
export async function givenCall(
  db: Db,
  overrides: Partial<NewCall> = {},
): Promise<Call> {
  return createCall(db, {
    slug: `call-${nextNumber()}`,
    state: "open",
    opensAt: null,
    closesAt: null,
    definition: callForAdvice,
    actor: { kind: "system" },
    now: new Date(),
    ...overrides,
  });
}

/** Answers that the Call for Advice takes. */
export const someAdvice: Answers = {
  "respondent-kind": "care-experienced",
  "what-first": "Look at how often children move, and who decides it.",
  "may-quote": "yes",
};

export type ResponseOverrides = Partial<NewResponse> & { call?: Call };

/** A response to `call` (a new one where none is given), as it stands after intake. */
export async function givenResponse(
  db: Db,
  { call, ...overrides }: ResponseOverrides = {},
): Promise<{ responseId: number; reference: string; callId: number }> {
  const given = call ?? (await givenCall(db));
  const receivedAt = overrides.receivedAt ?? new Date();
  const { responseId, reference } = await db.transaction().execute((trx) =>
    receiveResponse(trx, {
      callId: given.id,
      definitionId: given.definitionId,
      language: "en",
      channel: "web",
      answers: someAdvice,
      evidenceLabels: wordsIn("en").questions.evidence,
      receivedAt,
      recordedAt: receivedAt,
      actor: { kind: "respondent" },
      randomBytes,
      ...overrides,
    }),
  );
  return { responseId, reference, callId: given.id };
}

export type DraftOverrides = {
  call?: Call;
  holderKey?: string;
  /** One that is begun already, to be filled. */
  draft?: Draft;
  language?: Language;
  answers?: Answers;
  now?: Date;
};

/** A draft of `call` with answers saved, and the key of the browser that holds it. */
export async function givenDraft(
  db: Db,
  overrides: DraftOverrides = {},
): Promise<{ draft: Draft; call: Call; holderKey: string }> {
  const call = overrides.call ?? (await givenCall(db));
  const holderKey =
    overrides.holderKey ?? randomBytes(32).toString("base64url");
  const now = overrides.now ?? new Date();
  const started =
    overrides.draft ??
    (await startDraft(db, {
      callId: call.id,
      definitionId: call.definitionId,
      language: overrides.language ?? "en",
      holderKey,
      now,
      randomBytes,
    }));
  const answers = overrides.answers ?? someAdvice;
  // Under a page of no form, so that the call's own pages are as if nobody had opened them.
  await saveDraftPage(db, {
    draftId: started.id,
    pageId: "given",
    baseVersion: 0,
    answers,
    now,
  });
  const named = { publicId: started.publicId };
  const draft = await findDraft(db, {
    callId: call.id,
    holderKey,
    now,
    named,
  });
  if (!draft) throw new Error("The draft that was just saved is not there");
  return { draft, call, holderKey };
}

export type FileOverrides = {
  draftId: number;
  questionId?: string;
  name?: string;
  bytes?: Buffer;
  now?: Date;
};

/** A file on a draft, a short text unless told otherwise, inspected and kept like any upload. */
export async function givenDraftFile(
  db: Db,
  store: AttachmentStore,
  overrides: FileOverrides,
): Promise<AttachmentSummary> {
  const bytes = overrides.bytes ?? Buffer.from("A page of notes.\n");
  const questionId = overrides.questionId ?? "files";
  const name = overrides.name ?? "notes.txt";
  const staged = await stageBytes(store, { questionId, name, bytes });
  const { attached, refusals } = await attachStagedFiles(db, store, {
    draftId: overrides.draftId,
    questionId,
    stagedFiles: [staged],
    limits: {
      maxFiles: 10,
      maxFileBytes: 50_000_000,
      maxDraftBytes: 500_000_000,
    },
    now: overrides.now ?? new Date(),
  });
  const file = attached[0];
  if (!file)
    throw new Error(`The file was not taken: ${refusals[0]?.reason ?? "?"}`);
  return file;
}

/** A file as an upload leaves it, before it is looked at. */
export async function stageBytes(
  store: AttachmentStore,
  file: { questionId: string; name: string; bytes: Buffer },
): Promise<StagedFile> {
  const { questionId, name, bytes } = file;
  const stagingPath = path.join(store.stagingFolder, randomUUID());
  await writeFile(stagingPath, bytes, { mode: 0o600 });
  return {
    questionId,
    originalName: name,
    stagingPath,
    byteSize: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

export type StaffOverrides = {
  name?: string;
  email?: string;
  role?: StaffRole;
  password?: string;
  /** Where somebody signs in: the auth of the same secret. Else one of this factory's own. */
  auth?: StaffAuth;
  now?: Date;
};

/** A member of the review team, a reviewer unless told otherwise. */
export async function givenStaffMember(
  db: Db,
  overrides: StaffOverrides = {},
): Promise<StaffMember & { email: string; password: string }> {
  const number = nextNumber();
  const name = overrides.name ?? `Reviewer ${number}`;
  const email = overrides.email ?? `reviewer-${number}@review.example`;
  const role = overrides.role ?? "reviewer";
  const password = overrides.password ?? randomBytes(12).toString("base64url");
  const auth = overrides.auth ?? createStaffAuth(db, someAuthSettings);
  const now = overrides.now ?? new Date();
  const added = await addStaffMember(db, auth, {
    name,
    email,
    role,
    password,
    now,
  });
  if (!added.ok) throw new Error(`${email} was not added: ${added.reason}`);
  return { staffId: added.staffId, name, role, email, password };
}

const someAuthSettings = {
  secret: createHash("sha256").update("adding staff needs none").digest("hex"),
  publicBaseUrl: new URL("http://localhost:3000"),
};
