import type { ReceivedForm } from "./received-form.server.ts";

declare global {
  namespace Express {
    interface Request {
      receivedForm?: ReceivedForm;
    }
  }
}
