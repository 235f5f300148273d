import type { Volume } from "#app/domain/ledger/volume.ts";
import type { TagPicture } from "#app/domain/tagging/tag-picture.ts";

/** What can be drawn. */
export type Picture =
  { of: "volume"; volume: Volume } | { of: "tags"; tags: TagPicture };
