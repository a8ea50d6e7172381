// StatusPost written by hand on Fastify: the same files, the same answers as the ARO program.
// Usage: ARO_HTTP_PORT=8080 node server.js <directory of StatusPost>

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import formbody from '@fastify/formbody';
import websocket from '@fastify/websocket';
import Fastify from 'fastify';

const SHOWN = 20;
const LIMIT = 40;
const COMPRESSIBLE = 1024;
const QUEUE_LIMIT = 1024 * 1024;

const templates = join(process.argv[2], 'templates');

// --- page ---------------------------------------------------------------------------------------

const [beforeLoop, beforeTime, beforeText, afterText, afterLoop] = splitTemplate(
    readFileSync(join(templates, 'index.html'), 'utf8'));

function splitTemplate(text) {
    const blocks = [
        '{{ for each <msg> in <recent-messages> { }}',
        '{{ <msg: createdAt> | date: "dd.MM.yyyy HH:mm" }}',
        '{{ <msg: message> }}',
        '{{ } }}',
    ];
    const parts = [];
    for (const block of blocks) {
        const begin = text.indexOf(block);
        if (begin < 0) throw new Error(`index.html has no ${block}`);
        parts.push(text.slice(0, begin));
        text = text.slice(begin + block.length);
    }
    return [...parts, text];
}

function renderPage(messages) {
    let page = beforeLoop;
    for (const message of messages) {
        page += beforeTime + formatDate(message.createdAt) + beforeText + escapeHtml(message.message) + afterText;
    }
    return page + afterLoop;
}

/** From `2031-04-05T06:07:08Z` to `05.04.2031 06:07`. */
function formatDate(iso) {
    return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text) {
    return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ENTITIES[character]) : text;
}

// --- static files -------------------------------------------------------------------------------

const files = new Map([
    ['style.css', loadFile('style.css', 'text/css; charset=utf-8')],
    ['app.js', loadFile('app.js', 'text/javascript; charset=utf-8')],
]);

function loadFile(name, type) {
    const path = join(templates, 'static', name);
    const body = readFileSync(path);
    const changed = new Date(Math.floor(statSync(path).mtimeMs / 1000) * 1000);
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
    return { type, body, changed, headers: { ETag: `W/"${hash}"`, 'Last-Modified': changed.toUTCString(), 'Cache-Control': 'no-cache' } };
}

function isUnchanged(file, headers) {
    const tags = headers['if-none-match'];
    if (tags !== undefined) {
        const strong = file.headers.ETag.slice(2);
        return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === strong);
    }
    const since = headers['if-modified-since'];
    return since !== undefined && Date.parse(since) >= file.changed.getTime();
}

// --- messages -----------------------------------------------------------------------------------

/** Oldest first. */
let board = [];
let sequence = 0;

function recentMessages() {
    return board.slice(-SHOWN).reverse();
}

function createMessage(text) {
    const now = new Date();
    sequence = (sequence + 1) >>> 0;
    const id = now.getTime().toString(16).padStart(11, '0') + sequence.toString(16).padStart(8, '0');
    return { createdAt: `${now.toISOString().slice(0, 19)}Z`, id, message: text };
}

function store(message) {
    board.push(message);
    if (board.length > LIMIT) {
        board = board.slice(-SHOWN);
        console.log('Cleaned up messages, kept last 20');
    }
}

function broadcast(message) {
    const payload = Buffer.from(JSON.stringify(message));
    for (const client of app.websocketServer.clients) {
        if (client.readyState !== client.OPEN) continue;
        if (client.bufferedAmount > QUEUE_LIMIT) client.close(1013);
        else client.send(payload, { binary: false });
    }
}

// --- server -------------------------------------------------------------------------------------

const app = Fastify();
await app.register(formbody);
await app.register(websocket);

app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    if (payload && Buffer.byteLength(payload) > COMPRESSIBLE) {
        reply.header('Vary', 'Accept-Encoding');
        if (/\bgzip\b/.test(request.headers['accept-encoding'])) {
            reply.header('Content-Encoding', 'gzip');
            reply.removeHeader('Content-Length');
            payload = gzipSync(payload);
        }
    }
    done(null, payload);
});

app.get('/', (request, reply) => {
    reply.type('text/html; charset=utf-8').send(renderPage(recentMessages()));
});

app.get('/static/:file', (request, reply) => {
    const file = files.get(request.params.file);
    if (file === undefined) {
        reply.callNotFound();
    } else if (isUnchanged(file, request.headers)) {
        reply.code(304).headers(file.headers).header('Vary', 'Accept-Encoding').send();
    } else {
        reply.type(file.type).headers(file.headers).send(file.body);
    }
});

app.get('/messages', (request, reply) => {
    reply.send({ data: recentMessages() });
});

app.post('/messages', (request, reply) => {
    const text = request.body?.message;
    if (typeof text !== 'string') {
        reply.code(400).send({ error: 'Bad Request', message: 'The field message is missing.' });
        return;
    }
    const message = createMessage(text);
    store(message);
    broadcast(message);
    reply.code(201).send(message);
});

app.get('/ws', { websocket: true }, (socket) => {
    console.log('WebSocket client connected');
    socket.on('close', () => console.log('WebSocket client disconnected'));
    socket.on('error', () => socket.terminate());
});

for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => app.close().then(() => process.exit(0)));
}

await app.listen({ host: '0.0.0.0', port: Number(process.env.ARO_HTTP_PORT ?? 8080) });
