import type { ReceivedForm } from "../request/received-form.server.ts";

declare global {
  namespace Express {
    interface Request {
      receivedForm?: ReceivedForm;
    }
  }
}
