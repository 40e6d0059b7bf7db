// A stand-in for a real service: answers on PORT, and says at /health which of the peers in PEERS it can open a connection to.
import { createServer } from 'node:http';
import { connect } from 'node:net';

const peers = (process.env.PEERS ?? '').split(',').filter(Boolean);

function reachable(peer) {
  const [host, port] = peer.split(':');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: 1000 });
    const end = (answer) => {
      socket.destroy();
      resolve([peer, answer]);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

createServer(async (_request, response) => {
  const answers = Object.fromEntries(await Promise.all(peers.map(reachable)));
  response.setHeader('content-type', 'application/json');
  response.end(`${JSON.stringify(answers)}\n`);
}).listen(Number(process.env.PORT ?? 3000));
