import type { ReceivedForm } from "../request/received-form.server.ts";

declare global {
  namespace Express {
    interface Request {
      receivedForm?: ReceivedForm;
      /** A form that is no multipart one, as it came. */
      urlencodedBody?: string;
      /** Set where too many forms came: the question page gives its form back. */
      mustWaitSeconds?: number;
    }
  }
}
