import { publishAlone } from "./alone.server.ts";
import {
  approveWorkingCopy,
  proposeWorkingCopy,
  returnWorkingCopy,
} from "./proposals.server.ts";
import { cancelPublishing } from "./publish-at.server.ts";
import { publishWorkingCopy } from "./publish.server.ts";

/** What can be done about a working copy as somebody looked at it. */
export const publishingSteps = {
  publish: publishWorkingCopy,
  propose: proposeWorkingCopy,
  approve: approveWorkingCopy,
  return: returnWorkingCopy,
  alone: publishAlone,
  cancel: cancelPublishing,
};
