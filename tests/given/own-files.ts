import { readdirSync } from "node:fs";
import path from "node:path";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { addOwnFile } from "#app/domain/revisions/add-file.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RefusedPart } from "#app/http/request/received-form.server.ts";
import * as addFile from "#app/routes/_public.receipt.add-file/route.tsx";
import { loader as ownLoader } from "#app/routes/_public.receipt.response.tsx";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { stageFile } from "./files.ts";
import { formWithConditions } from "./forms-with-conditions.ts";
import { openOwn, ownAt } from "./own-response.ts";
import { givenReadingDesk, now } from "./reading-desk.ts";

/** Two questions take files, and the first of them is not meant; of nobody but an organisation is the second asked. */
const definition = callDefinitionSchema.parse({
  ...formWithConditions,
  attachments: { maxFiles: 2, maxFileMegabytes: 1 },
  pages: [
    {
      id: "photos",
      questions: [
        { id: "photos", type: "file-upload", label: { en: "Photos" } },
      ],
    },
    ...formWithConditions.pages,
  ],
});

const organisation = { who: "organisation", organisation: "A", story: "Ours." };

type Adding = { of?: string; named?: string; refusedParts?: RefusedPart[] };

/** A response of an organisation with its sender's browser, after one of a person. */
export async function givenOwnFiles() {
  const desk = await givenReadingDesk("I was moved.");
  const { db, context } = desk;
  const { attachmentStore, env } = context;
  const call = await givenCall(db, { definition });
  const ofPerson = { who: "self", story: "Mine." };
  const earlier = await givenResponse(db, { call, answers: ofPerson });
  const sent = await givenResponse(db, { call, answers: organisation });
  const { responseId, reference } = sent;
  const sender = openOwn(context, responseId);
  const { stagingFolder } = attachmentStore;
  const stage = (content = "What we saw\n", name = "notes.txt") =>
    stageFile(stagingFolder, {
      ...{ name, bytes: Buffer.from(content), questionId: "file" },
    });
  return {
    ...{ ...desk, call, earlier, responseId, reference, sender, stage },
    add: (
      stagedFiles = [stage()],
      { of = "file", named = reference, refusedParts = [] }: Adding = {},
      by = sender,
    ) =>
      by.postFiles(addFile, ownAt(`add-file?answer=${of}`), {
        fields: [
          ["reference", named],
          ["about", "Notes of the harbour"],
        ],
        ...{ stagedFiles, refusedParts },
      }),
    addDirectly: (file = stage()) =>
      addOwnFile(db, attachmentStore, {
        ...{ responseId, questionId: "file", file, about: "", now },
        limits: attachmentLimitsOf(definition, env),
      }),
    files: () =>
      db
        .selectFrom("attachments")
        .select(["response_id", "question_id", "original_name", "about"])
        .orderBy("id")
        .execute(),
    standing: () =>
      db
        .selectFrom("responses")
        .select(["current_version", "attachment_count"])
        .where("id", "=", responseId)
        .executeTakeFirstOrThrow(),
    /** What the store has; the staging folder is not counted. */
    stored: () => readdirSync(path.dirname(stagingFolder)).length - 1,
    own: async () =>
      JSON.stringify((await sender.get(ownLoader, ownAt("response"))).data),
    tagWhole: () => {
      const tags = { responseId, tagIds: [desk.tagId], actor: desk.amina, now };
      return saveResponseTags(db, { ...tags, seenTagIds: [] });
    },
  };
}
