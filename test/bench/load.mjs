// A load generator that costs little beside what it measures: requests written once, answers counted by their headers.
import net from 'node:net';

/**
 * Sends requests over so many connections for so many seconds; each takes the next of `requests` (raw HTTP/1.1 texts), beginning at `from`.
 * Answers requests per second, the median and the 99th percentile in milliseconds. Throws when an answer isn't a 2xx, or is empty.
 */
export async function load(port, requests, { seconds, from = 0, connections = 16 }) {
  const run = { next: from, count: 0, times: [], requests, isOver: false };
  const sockets = await Promise.all(Array.from({ length: connections }, () => connect(port)));
  const begun = process.hrtime.bigint();
  const timer = setTimeout(() => (run.isOver = true), seconds * 1000);
  try {
    await Promise.all(sockets.map((socket) => drive(socket, run)));
  } finally {
    clearTimeout(timer);
    for (const socket of sockets) socket.destroy();
  }
  const elapsed = Number(process.hrtime.bigint() - begun) / 1e9;
  const sorted = Float64Array.from(run.times).sort();
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { rate: run.count / elapsed, count: run.count, next: run.next, p50: at(0.5), p99: at(0.99) };
}

/** One connection: a request, its answer, the next one, until time is over. */
function drive(socket, run) {
  return new Promise((resolve, reject) => {
    let begun = 0;
    let held = Buffer.alloc(0);
    const send = () => {
      if (run.isOver) return resolve();
      begun = performance.now();
      socket.write(run.requests[run.next++ % run.requests.length]);
    };
    socket.on('error', reject).on('close', () => reject(new Error('The server closed the connection.')));
    socket.on('data', (chunk) => {
      held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
      const answer = lengthOf(held);
      if (!answer || held.length < answer.length) return;
      if (!answer.isGood) return reject(new Error(`Not a good answer:\n${held.toString('utf8', 0, 800)}`));
      held = Buffer.alloc(0);
      run.times.push(performance.now() - begun);
      run.count += 1;
      send();
    });
    send();
  });
}

const END = Buffer.from('\r\n\r\n');

/** Of an answer whose headers have come: how long it is in all, and whether it is a 2xx that says something. */
function lengthOf(bytes) {
  const end = bytes.indexOf(END);
  if (end < 0) return undefined;
  const head = bytes.latin1Slice(0, end);
  const body = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
  return { length: end + 4 + body, isGood: head.startsWith('HTTP/1.1 2') && body > 60 };
}

function connect(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(socket.setNoDelay(true)));
    socket.once('error', reject);
  });
}
