import type {
  KeptDeleted,
  StoreFault,
  WrongSetting,
} from "#app/domain/attachments/stored-files.ts";

/** What is set wrongly is mended before anybody sends a file. A bucket that is away comes back. */
export function isReasonNotToStart({ fault }: StoreFault): boolean {
  return fault === "wrong" || fault === "keeps-deleted";
}

/** What is not right with where files are kept, and what to do, for whoever runs Heard. */
export function describeStoreFault(fault: StoreFault): string {
  switch (fault.fault) {
    case "wrong":
      return `${wrong[fault.what]} (${fault.code})`;
    case "keeps-deleted":
      return `The bucket keeps ${kept[fault.what]}, so what people delete would still be there, and Heard tells them that it is gone. Make a bucket without that, and set FILES_BUCKET to it`;
    case "does-not-say":
      return `The bucket does not say whether it keeps ${kept[fault.what]}. Look yourself: what people delete has to be gone`;
    case "read-on-the-way":
      return "FILES_ENDPOINT is not https: whoever is on the line between can read what people send";
    case "away":
      return `The bucket does not answer (${fault.code}). Until it does, texts are saved and files are not taken`;
  }
}

const kept: Record<KeptDeleted, string> = {
  versions: "old versions of files, or has kept them (versioning)",
  locks: "files locked (object lock)",
  copies: "copies in another bucket (replication)",
};

const wrong: Record<WrongSetting, string> = {
  bucket: "There is no such bucket. Make it, or correct FILES_BUCKET",
  key: "The bucket does not take the key. Look at FILES_ACCESS_KEY and FILES_SECRET_KEY",
  rights:
    "The key may not do everything in the bucket. It has to list it, and to read, write and delete files in it",
  clock:
    "The clock of this machine and the bucket's are too far apart. Set the clock of this machine",
  place:
    "The bucket is somewhere else. Look at FILES_REGION and FILES_ENDPOINT",
  "other-bytes": "The bucket gives back other bytes than it was given",
  "not-deleted": "The bucket still has a file that it was told to delete",
  something: "The bucket does not do what it was asked",
};
