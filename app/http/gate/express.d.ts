import type { ReceivedForm } from "../request/received-form.server.ts";

declare global {
  namespace Express {
    interface Request {
      receivedForm?: ReceivedForm;
      /** Set where too many forms came: the question page gives its form back. */
      mustWaitSeconds?: number;
    }
  }
}
