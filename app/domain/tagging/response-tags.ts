/** A tag on a whole response, as the response's page shows it. */
export type ResponseTag = {
  tagId: number;
  name: string;
  isRetired: boolean;
  taggedBy: string;
  /** ISO-8601 UTC. */
  taggedAt: string;
};

/** What is saved, for the side of a conflict that is not in the form. */
export type SavedResponseTags = {
  tags: ResponseTag[];
  rowVersion: number;
  /** Who last changed the response, and when (ISO-8601 UTC). */
  changedBy?: string;
  changedAt?: string;
};
