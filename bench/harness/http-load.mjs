import net from 'node:net';
import { quantile } from './options.mjs';

/**
 * A small HTTP/1.1 client for loopback: it costs far less than the server it drives, so that the measured ratio is the
 * servers'. One request at a time on one kept-alive connection.
 */
class Connection {
  #socket;
  #received = Buffer.alloc(0);
  #waiting = null;

  constructor(port) {
    this.#socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', (failure) => this.#fail(failure));
    this.#socket.on('close', () => this.#fail(new Error('the connection was closed')));
  }

  /** @returns {Promise<{status: number, body: string, closes: boolean, replayed: boolean}>} */
  send(request) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  end() {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const end = endOfAnswer(this.#received, head, headEnd);
    if (end < 0 || this.#received.length < end) return;
    const body = this.#received.toString('utf8', headEnd + 4, end);
    this.#received = this.#received.subarray(end);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({
      status: Number(head.slice(9, 12)),
      body,
      closes: /\r\nconnection: close/i.test(head),
      replayed: /\r\nidempotent-replayed: true/i.test(head),
    });
  }

  #fail(failure) {
    this.#waiting?.reject(failure);
    this.#waiting = null;
  }
}

/** Where the answer ends; -1 while that is not known. */
function endOfAnswer(received, head, headEnd) {
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const last = received.indexOf('\r\n0\r\n\r\n', headEnd + 2);
    return last < 0 ? -1 : last + 7;
  }
  return headEnd + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
}

export function openConnections(port, count) {
  return Array.from({ length: count }, () => new Connection(port));
}

/** One request as it goes over the wire. @param payload body as text that need not be JSON */
export function requestText(method, path, { token, key, body, payload = '', headers = [] } = {}) {
  if (body !== undefined)
    return requestText(method, path, { token, key, payload: JSON.stringify(body), headers });
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
    ...(key === undefined ? [] : [`idempotency-key: ${key}`]),
    ...headers,
    ...(payload === ''
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(payload)}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${payload}`;
}

/**
 * Every connection sends its next request as soon as it has an answer, for a bounded time.
 * @param {() => string} nextRequest
 * @returns {Promise<{perSecond: number, p50: number, p99: number, count: number, statuses: Map<number, number>}>} ms
 */
export async function load(connections, milliseconds, nextRequest) {
  const times = [];
  const statuses = new Map();
  const from = performance.now();
  const until = from + milliseconds;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        const sent = performance.now();
        const { status } = await connection.send(nextRequest());
        times.push(performance.now() - sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  return {
    count: times.length,
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    statuses,
  };
}

/** Throws unless every answer had the status that the measurement is about. */
export function onlyStatus(result, status) {
  const other = [...result.statuses].filter(([seen]) => seen !== status);
  if (other.length > 0) throw new Error(`not all answers were ${status}: ${JSON.stringify(other)}`);
}
