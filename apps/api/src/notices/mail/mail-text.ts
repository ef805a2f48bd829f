export interface MailText {
  readonly subject: string;
  readonly lines: readonly string[];
}
