import type { Request, Response } from "express";
import { unfinishedFileAddress } from "#app/addresses.ts";
import type {
  AttachmentLimits,
  AttachmentRefusalReason,
} from "#app/domain/attachments/attachments.ts";
import { unfinishedPrefixOf } from "#app/domain/attachments/unfinished-files.server.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { findDraftDefinition } from "#app/domain/drafts/asked-again.server.ts";
import { takesFiles } from "#app/domain/calls/question-types/question-types.ts";
import { refusalOfAnnounced } from "#app/domain/drafts/attach-upload.server.ts";
import { beginPage } from "#app/domain/drafts/save-question-page.server.ts";
import { cleanFileName } from "#app/domain/files/file-names.ts";
import { attachmentLimitsOf } from "../../request/attachment-limits.server.ts";
import type { Surroundings } from "../../request/context.server.ts";
import {
  holderKeyToBegin,
  keepDraftHolder,
} from "../../request/draft-holder.server.ts";
import { type AskedPage, findAskedPage } from "../asked-page.server.ts";
import { answerJson } from "./answer-json.ts";
import { findComing, holderMark } from "./files-on-their-way.server.ts";
import type { UnfinishedUpload } from "./unfinished-uploads.server.ts";
import type { UploadParts } from "./upload-parts.ts";

type Announced = {
  byteSize: number;
  name: string;
  questionId: string;
  /** The draft that the page was shown with; undefined where there was none. */
  draftMark: string | undefined;
  rendering: string | undefined;
  /** What the browser knows the file by; empty where it cannot tell. */
  mark: string;
};

type Wanted = AskedPage & {
  page: NonNullable<AskedPage["page"]>;
  holderKey: string;
  definition: CallDefinition;
};

/**
 * Makes room for a file that a script is about to send, or says why not before a
 * byte of it is on its way. Whose it is, and for which draft, is settled here:
 * the draft is begun where there is none yet, as typed text begins it.
 */
export async function beginUpload(
  request: Request,
  response: Response,
  parts: UploadParts,
): Promise<void> {
  const { surroundings, uploads, tell } = parts;
  const announced = readAnnounced(request);
  const wanted = await findWanted(request, surroundings, announced);
  if (!announced || !wanted) return answerJson(response, 404, {});
  const limits = attachmentLimitsOf(wanted.definition, surroundings.env);
  const language = wanted.language;
  const begun = request.mustWaitSeconds
    ? "busy"
    : await beginFor(wanted, { announced, limits }, parts);
  if (typeof begun === "string") {
    const refusal = { name: announced.name, reason: begun };
    const reply = tell({ ok: false, refusal }, { limits, language });
    return answerJson(response, statuses[begun] ?? 422, reply);
  }
  const { draftId, holderKey } = begun;
  const holder = holderMark(surroundings, holderKey);
  const first = begun.same;
  const id =
    first?.id ??
    unfinishedPrefixOf(draftId) + surroundings.randomBytes(16).toString("hex");
  const record = {
    ...{ holder, draft: draftId, mark: announced.mark },
    ...{ call: String(wanted.call.id), question: announced.questionId },
    ...{ name: announced.name, maxFiles: String(limits.maxFiles) },
    ...{ maxFileBytes: String(limits.maxFileBytes), language },
  };
  if (first) response.set(goesOnHeader, "1");
  else await uploads.create({ id, byteSize: announced.byteSize, record });
  response.append("Set-Cookie", keepDraftHolder(surroundings, holderKey));
  const place = unfinishedFileAddress(wanted.call.slug, wanted.page.id, id);
  response.set("Location", place);
  answerJson(response, 201, { draft: draftId });
}

/** Tells a page's script to ask how much of the file is here before it sends any of it. */
const goesOnHeader = "Heard-Goes-On";

const statuses: Partial<Record<AttachmentRefusalReason, number>> = {
  ...{ busy: 429, "too-big": 413, "no-room": 507 },
};

type Begun = {
  draftId: string;
  holderKey: string;
  same: UnfinishedUpload | undefined;
};

/** Begins the draft where there is none, and asks whether it has room. @returns why no file is taken. */
async function beginFor(
  wanted: Wanted,
  { announced, limits }: { announced: Announced; limits: AttachmentLimits },
  { surroundings, uploads }: UploadParts,
): Promise<AttachmentRefusalReason | Begun> {
  if (!wanted.answering.ok) return "not-taken";
  if (announced.byteSize === 0) return "empty";
  if (announced.byteSize > limits.maxFileBytes) return "too-big";
  if (!(await hasRoom(surroundings, announced))) return "no-room";
  const { db } = surroundings;
  const holderKey = await holderKeyFor(wanted, announced, surroundings);
  const page = pageOf(wanted, announced, holderKey, surroundings);
  const begun = await beginPage(db, page);
  if (!begun.ok) return "not-taken";
  const { id, publicId } = begun.draft;
  const { same, coming, idle } = await findComing(uploads, publicId, {
    ...{ ...announced, holder: holderMark(surroundings, holderKey) },
  });
  const refusalBeside = (others: UnfinishedUpload[]) =>
    refusalOfAnnounced(db, {
      ...{ ...announced, draftId: id, limits },
      onTheWay: others.map(({ byteSize, record }) => ({
        ...{ byteSize, questionId: record.question },
      })),
    });
  let reason = await refusalBeside([...coming, ...idle]);
  if (reason && idle.length > 0) {
    // What nobody goes on with waits for its rest as long as it takes no room from others.
    for (const one of idle) await uploads.remove(one.id);
    reason = await refusalBeside(coming);
  }
  return reason ?? { draftId: publicId, holderKey, same };
}

/** The length has to be told, and what is told besides is the browser's word: bounded, and never a path. */
function readAnnounced(request: Request): Announced | undefined {
  const length = request.get("Upload-Length") ?? "";
  if (!/^(?:0|[1-9]\d{0,14})$/.test(length)) return undefined;
  const told = new Map(
    (request.get("Upload-Metadata") ?? "").split(",").map((pair) => {
      const [key = "", value = ""] = pair.trim().split(" ");
      return [key, Buffer.from(value, "base64").toString("utf8")] as const;
    }),
  );
  const rendering = told.get("rendering") ?? "";
  const draftMark = told.get("draft")?.slice(0, 200);
  const mark = told.get("mark") ?? "";
  return {
    byteSize: Number(length),
    name: cleanFileName(told.get("name") ?? ""),
    questionId: told.get("question") ?? "",
    draftMark: draftMark === newDraftMark ? undefined : draftMark || undefined,
    rendering: /^[0-9a-f]{32}$/.test(rendering) ? rendering : undefined,
    mark: /^[0-9a-f]{64}$/.test(mark) ? mark : "",
  };
}

async function findWanted(
  request: Request,
  surroundings: Surroundings,
  announced: Announced | undefined,
): Promise<Wanted | undefined> {
  const asked = await findAskedPage(
    request,
    surroundings,
    announced?.draftMark,
  );
  const { page, holderKey } = asked ?? {};
  const isAsked = page?.questions.some(
    (question) => question.id === announced?.questionId && takesFiles(question),
  );
  if (!asked || !page || !holderKey || !isAsked) return undefined;
  const definition = asked.draft
    ? await findDraftDefinition(surroundings.db, asked.draft)
    : asked.call.definition;
  return { ...asked, page, holderKey, definition };
}

/** Nobody else's bytes are promised here: files in pieces come slowly, and the disk is asked again when one is kept. */
async function hasRoom(
  { env, attachmentStore, countFreeBytes }: Surroundings,
  { byteSize }: Announced,
): Promise<boolean> {
  const free = await countFreeBytes(attachmentStore.stagingFolder).catch(
    () => 0,
  );
  return free - env.minFreeDiskBytes >= byteSize;
}

async function holderKeyFor(
  { draft, holderKey }: Wanted,
  { rendering }: Announced,
  surroundings: Surroundings,
): Promise<string> {
  if (draft) return holderKey;
  return holderKeyToBegin({ ...surroundings }, holderKey, rendering);
}

const newDraftMark = "new";

/** The page as its own form would save it, so that both begin one draft. */
function pageOf(
  { call, page, draft, named }: Wanted,
  { draftMark, rendering }: Announced,
  holderKey: string,
  { now, randomBytes }: Surroundings,
) {
  const isNew = named !== undefined && "begunWith" in named;
  const addressed = named && !isNew ? named.publicId : undefined;
  return {
    ...{ call, page, draft, holderKey, now: now(), randomBytes },
    base: { draftId: draftMark ?? addressed, version: 0, rendering },
    begunWith: isNew ? named.begunWith : rendering,
  };
}
