import type { Surroundings } from "../../request/context.server.ts";
import type { TellUpload } from "./answer-json.ts";
import type { UnfinishedUploads } from "./unfinished-uploads.server.ts";

/** What files that come in pieces are taken with. */
export type UploadParts = {
  surroundings: Surroundings;
  uploads: UnfinishedUploads;
  tell: TellUpload;
};
