import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** as it came over the wire, dots unstuffed */
  readonly source: string;
}

/** A mail server of a few verbs on localhost. What it answers can be changed between mails. */
export class SmtpServer {
  readonly received: ReceivedMail[] = [];
  /** how often somebody connected */
  connections = 0;
  /** answer to RCPT; 250 takes it */
  answerTo: (address: string) => string = () => '250 ok';
  /** hangs up on whoever connects */
  isDown = false;
  private readonly server: Server = createServer((socket) => this.talk(socket));

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    return `smtp://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private talk(socket: Socket): void {
    this.connections++;
    socket.on('error', () => undefined);
    if (this.isDown) {
      socket.destroy();
      return;
    }
    let [rest, from, isData]: [string, string, boolean] = ['', '', false];
    let [to, lines]: [string[], string[]] = [[], []];
    const say = (text: string) => socket.write(`${text}\r\n`);
    const take = (line: string) => {
      if (isData) {
        if (line !== '.') return void lines.push(line.replace(/^\./, ''));
        this.received.push({ from, to, source: lines.join('\r\n') });
        [isData, to, lines] = [false, [], []];
        return say('250 taken');
      }
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      if (/^(EHLO|HELO)/i.test(line)) return say('250 localhost');
      if (/^MAIL FROM/i.test(line)) return [(from = address), say('250 ok')];
      if (/^RCPT TO/i.test(line)) {
        const answer = this.answerTo(address);
        if (answer.startsWith('250')) to.push(address);
        return say(answer);
      }
      if (/^DATA/i.test(line)) return [(isData = true), say('354 go on')];
      if (/^QUIT/i.test(line)) return [say('221 bye'), socket.end()];
      return say('250 ok');
    };
    say('220 test');
    socket.setEncoding('utf8').on('data', (chunk) => {
      const parts = (rest + String(chunk)).split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) take(line);
    });
  }
}
