var m = document.getElementById('messages');
var s = document.getElementById('status');
var f = document.getElementById('f');
var i = document.getElementById('msg');

// The same format, in the same time zone, as the page's `date: "dd.MM.yyyy HH:mm"`: a message
// that has just arrived looks like it will after a reload.
function formatDate(iso) {
    var d = new Date(iso);
    function two(n) { return (n < 10 ? '0' : '') + n; }
    return two(d.getUTCDate()) + '.' + two(d.getUTCMonth() + 1) + '.' + d.getUTCFullYear() +
        ' ' + two(d.getUTCHours()) + ':' + two(d.getUTCMinutes());
}

function escapeHtml(text) {
    return String(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;');
}

function add(msg) {
    var d = document.createElement('div');
    d.className = 'message';
    d.innerHTML = '<div class="time">' + formatDate(msg.createdAt) + '</div>' +
        '<div>' + escapeHtml(msg.message) + '</div>';
    m.insertBefore(d, m.firstChild);
}

var ws;
function connect() {
    var protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    ws = new WebSocket(protocol + '//' + location.host + '/ws');
    ws.onopen = function() {
        s.textContent = 'Connected';
        s.className = 'connected';
    };
    ws.onmessage = function(e) {
        try { add(JSON.parse(e.data)); } catch(err) {}
    };
    ws.onclose = function() {
        s.textContent = 'Disconnected';
        s.className = 'disconnected';
        setTimeout(connect, 3000);
    };
}
connect();

f.onsubmit = function(e) {
    e.preventDefault();
    var msg = i.value.trim();
    if (!msg) return;
    fetch('/messages', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'message=' + encodeURIComponent(msg)
    });
    i.value = '';
};
