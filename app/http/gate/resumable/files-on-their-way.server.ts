import { createHmac } from "node:crypto";
import { unfinishedPrefixOf } from "#app/domain/attachments/unfinished-files.server.ts";
import type { Surroundings } from "../../request/context.server.ts";
import {
  type UnfinishedUpload,
  UnfinishedUploads,
} from "./unfinished-uploads.server.ts";

/** How a browser is known to a file that it sends: its key itself is kept nowhere. */
export function holderMark({ env }: Surroundings, holderKey: string): string {
  return createHmac("sha256", env.secret)
    .update(`upload:${holderKey}`)
    .digest("hex");
}

type SoughtFile = {
  byteSize: number;
  name: string;
  questionId: string;
  mark: string;
  holder: string;
};

/**
 * What is on its way to a draft. A file that its browser sends once more goes on
 * with the first try; where nobody can say that it is the same it takes its
 * place, and the first try is deleted. Nobody has gone on with the idle ones.
 */
export async function findComing(
  uploads: UnfinishedUploads,
  draftId: string,
  sought: SoughtFile,
) {
  const [coming, idle]: [UnfinishedUpload[], UnfinishedUpload[]] = [[], []];
  let same: UnfinishedUpload | undefined;
  for (const one of await uploads.ofDraft(unfinishedPrefixOf(draftId))) {
    const likeness = likenessOf(one, sought);
    if (likeness === "same") same = one;
    else if (likeness === "alike") await uploads.remove(one.id);
    // The files' own clock: the disk's.
    else if (await uploads.isIdle(one, new Date())) idle.push(one);
    else coming.push(one);
  }
  return { same, coming, idle };
}

function likenessOf(
  { byteSize, record }: UnfinishedUpload,
  sought: SoughtFile,
): "same" | "alike" | "other" {
  const isAlike =
    byteSize === sought.byteSize &&
    record.name === sought.name &&
    record.question === sought.questionId;
  if (!isAlike) return "other";
  const isSame =
    record.mark !== "" &&
    record.mark === sought.mark &&
    record.holder === sought.holder;
  return isSame ? "same" : "alike";
}

/** The files that a browser has begun to send to its draft, and that go on from where they are when they are chosen again. */
export async function listUnfinishedFiles(
  surroundings: Surroundings,
  of: {
    draft: { publicId: string } | undefined;
    holderKey: string | undefined;
  },
) {
  if (!of.draft) return [];
  const { stagingFolder } = surroundings.attachmentStore;
  const uploads = new UnfinishedUploads(stagingFolder);
  const holder = of.holderKey && holderMark(surroundings, of.holderKey);
  const all = await uploads.ofDraft(unfinishedPrefixOf(of.draft.publicId));
  const listed = await Promise.all(
    all
      .filter(({ record }) => record.mark !== "" && record.holder === holder)
      .map(async (one) => {
        const share = (await uploads.countCome(one)) / one.byteSize;
        const { question: questionId, name } = one.record;
        return { questionId, name, percent: Math.floor(100 * share) };
      }),
  );
  return listed.filter(({ percent }) => percent > 0);
}
