export {
  hasAnyTag,
  standingPassagesOf,
  wasOpened,
  wholeTagsOf,
} from "./what-was-done.queries.server.ts";
