/** What the script that sends files says; the page hands it over. */
export type UploadWords = {
  waiting: string;
  /** With `{percent}` where the number goes. */
  sent: string;
  lookedInto: string;
  lost: string;
  failed: string;
  gone: string;
  /** With `{name}` where the file's name goes. */
  added: string;
  notAdded: string;
  cancelled: string;
  cancel: string;
  retry: string;
  clear: string;
  remove: string;
  about: string;
  stillComing: string;
};

export function readUploadWords(json: string): UploadWords {
  return JSON.parse(json) as UploadWords;
}
