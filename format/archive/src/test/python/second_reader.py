"""Verifies an unsealed dmhq archive as far as that needs no rules, from format/SPEC.md alone: second_reader.py FILES"""
import base64, functools, hashlib, hmac, itertools, json, re, struct, subprocess, sys, tempfile, zlib
KINDS = 'session turn closing submission invitation join receipt request notice leave rotation'.split()
place, at = [], lambda what: place.append(what) or True  # the layer and what is looked at
need = lambda *held: all(held) or sys.exit('it is not as it has to be')
digest = lambda value: hashlib.sha256(value if isinstance(value, bytes) else canon(value)).hexdigest()
keyed = lambda key, value: hmac.digest(bytes.fromhex(key), canon(value), 'sha256').hex()
number = lambda text: need(abs(int(text.replace('.', ''))) < 2**53, not re.search(r'\.[0-9]{16}|^-[0.]*$', text)) and (
    '\ud800' + text if '.' in text else int(text))  # JSON: with decimals a string behind half a surrogate pair
canon = lambda *rows, end=b'': b''.join(re.sub('"\ud800([-.0-9]+)"', r'\1', json.dumps(  # Canonical JSON
    row, ensure_ascii=False, separators=(',', ':'))).encode() + end for row in rows)
def read(data):  # JSON
    value = json.loads(data.decode(), parse_int=number, parse_float=number, parse_constant=number)
    depths = itertools.accumulate((c in '[{') - (c in ']}') for c in re.sub(r'"(?:[^"\\]+|\\.)*"', '', data.decode()))
    return need(canon(value) == data, max(depths, default=0) <= 64) and value
@functools.cache
def signed(key, space, data, mark):  # Signatures: gives the armored one, if it is good
    parts = base64.b64decode(key[12:]), len(space), space.encode(), 0, 6, b'sha512', 83, 11, b'ssh-ed25519', 64
    blob = struct.pack(f'>10sI51sI{len(space)}s2I6s2I11sI64s', b'SSHSIG\0\0\0\1', 51, *parts, base64.b64decode(mark))
    lines = re.sub('(.{1,70})', r'\1\n', base64.b64encode(blob).decode())
    with tempfile.NamedTemporaryFile('w') as file:
        file.write(text := f'-----BEGIN SSH SIGNATURE-----\n{lines}-----END SSH SIGNATURE-----\n') and file.flush()
        command = ['ssh-keygen', '-Y', 'check-novalidate', '-n', space, '-s', file.name]
        return subprocess.run(command, input=data, capture_output=True).returncode == 0 and text
def signer(entries, name, space):  # Signatures: the key that signed an entry, by the entry beside it
    blob = base64.b64decode(b''.join(entries[f'{name}.sig'].split(b'\n')[1:-2]))
    key, mark = 'ssh-ed25519 ' + base64.b64encode(blob[14:65]).decode(), base64.b64encode(blob[-64:])
    return need(signed(key, space, entries[name], mark).encode() == entries[f'{name}.sig']) and key
def unpack(path):  # Container: makes the file anew from its entries
    file, local, directory, entries = at('container: the file') and open(path, 'rb').read(128 << 20), b'', b'', {}
    while file.startswith(b'PK\3\4', len(local)):
        size, width = struct.unpack_from('<I4xH', file, len(local) + 18)
        raw, data = struct.unpack_from(f'{width}s{size}s', file, len(local) + 30)
        name, unzip, flags = raw.decode(), zlib.decompressobj(31), 0 if raw.isascii() else 0x800
        same = struct.pack('<5H3I2H', 10, flags, 0, 0, 33, zlib.crc32(data), size, size, width, 0)
        directory += b'PK\1\2\x14\0' + same + struct.pack('<3H2I', 0, 0, 0, 0, len(local)) + raw
        local += b'PK\3\4' + same + raw + data
        entries[name] = unzip.decompress(data, 64 << 20) if name.endswith('.gz') else data
        need(name[-3:] != '.gz' or data[:10] == b'\x1f\x8b\x08\0\0\0\0\0\0\xff' and unzip.eof, not unzip.unused_data,
             not re.search(r'[\\:\0-\x1f\x7f-\x9f]|(^|/)\.{0,2}(/|$)', name), sum(map(len, entries.values())) <= 2**28)
    end = b'PK\5\6' + struct.pack('<4H2IH', 0, 0, len(entries), len(entries), len(directory), len(local), 0)
    return need(local + directory + end == file, [*entries] == sorted(entries, key=lambda name: (
        not name.startswith('manifest.json'), name.encode()))) and entries
def chain(rows, hidden):  # What a reader checks, 5 to 7, with the roster before each record: gives what stands at last
    anchors = lambda host: {'host:open': (0, host['open_anchor']), 'host:hidden': (0, host['hidden_anchor'])}
    first, last, then, asked, left = rows[0]['record'], None, 0.0, [], set()
    name, nonce, host, lead, places, secret, settings, _ = first['opening'].values()
    keys, links, places = {'host': host['signing_key']}, anchors(host), [each['seat'] for each in places]
    id, rules = f'{name}-{digest(first)[:16]}', first['rules']
    for record, mark in map(dict.values, rows):
        n, previous, play, now, opening, orders, absent, roster, back, link, public, seats, state = record.values()
        need(at(f'chain: record {n}'), signed(keys['host'], 'dmhq-record', canon(record), mark), play == rules,
             previous == (last and digest(last)), float(now[1:]) >= then, not back or 1 <= back['to'] < n - 1,
             not (opening if last else orders or absent or back or link or seats or state))
        heads = at(f'orders: record {n}') and [each['header'] for each in orders]
        counted = {each['header']['seat'] for each in orders if each['outcome'] == 'counted'}
        order = [(head['seat'], -head['revision'], head['body']) for head in heads]
        need(order == sorted({*order}), n != 1 or not heads, not back or {*back['consents']} <= counted,
             absent == (sorted({*keys} - {'host'} - left - counted) if n > 1 else []))
        for i, (head, mark, outcome) in enumerate(map(dict.values, orders)):
            seat, doubled = head['seat'], i > 0 and order[i][:2] == order[i - 1][:2]
            may = ['doubled'] if doubled else ['withdrawn'] if head['state'] == 'withdrawn' else ['counted', 'refused']
            need(seat != 'host', signed(keys[seat], 'dmhq-orders', canon(head), mark), head['link'] or head['anchor'],
                 outcome in may, (head['session'], head['record'], head['base']) == (id, n, previous), not head['after']
                 or settings['style'] == 'sequential', not head['host_header'] or settings['host_first'])
        due = [('host:open', link)] * (n > 0) + [('host:hidden', hidden.get(n))] * bool(hidden.get(n))
        for owner, link in due + [(head['seat'], head['link']) for head in heads if head['link']]:  # Dice links
            step, steps = lambda link, k: digest(['dmhq-link-1', nonce, owner, k, link]), range(links[owner][0], n)
            need(at(f'dice: {owner} in record {n}'), functools.reduce(step, steps[::-1], link) == links[owner][1])
            links[owner] = n, link
        links |= {s: (0, anchor) for s, anchor in {h['seat']: h['anchor'] for h in heads[::-1]}.items() if anchor}
        left, last, then, met = left - counted, record, float(now[1:]), at(f'chain: the roster of record {n}') and []
        for entry in roster:  # Roster
            kind, (request, *marks) = entry['change'], entry.get('request', {'': {}}).values()
            rules, settings, host = entry.get('rules', rules), entry.get('settings', settings), request.get('host')
            lead, seat = request.get('host_seat', lead), request.get('seat', request.get('party', kind))
            old, key = keys.get(seat), (host or request).get('signing_key')
            may = {'Joined': not old and seat in places, 'Replaced': old and seat in places,
                   'Left': old and seat not in left, 'Rotated': old == request.get('old_key') != key}
            by = zip([old] * (kind == 'Rotated') + [key or old] * bool(request), marks, strict=True)
            need(may.get(kind, lead in [None, *keys]), seat not in met, request.get('nonce', nonce) == nonce,
                 not request or request not in asked and request['session'] == (id if n else None), n or seat == lead,
                 *(signed(who, 'dmhq-roster', canon(request), mark) for who, mark in by))
            left = {'Left': left | {seat}, 'Replaced': left - {seat}}.get(kind, left)
            met, asked, keys = met + [seat], asked + [request], keys | ({'host' if host else seat: key} if key else {})
            links.update(anchors(host) if host else {seat: (0, request['anchor'])} if 'anchor' in request else {})
        need(at(f'commitment: record {n}'), not n or state and [s['seat'] for s in seats] == sorted({*keys} - {'host'}))
    return id, keys, secret, places
def main(path):  # Manifest, Kinds of files; What a reader checks, 3, 4, 8 and 9
    entries, found = unpack(path), {what: [] for what in 'records events orders salts header actions'.split()}
    manifest, keys, hidden = at('manifest: manifest.json') and read(entries['manifest.json']), {}, True
    id, _, _, *_, form, _, _, kind, holder, to, span, listed = [*manifest.values()][:16]
    packer, names = signer(entries, 'manifest.json', 'dmhq-file'), [each['name'] for each in listed]
    need(form == {'version': 1, 'compression': 'gzip', 'encryption': None}, names == sorted({*names}, key=str.encode),
         kind in KINDS, bool(span) == (kind in 'session turn closing invitation'), len(manifest) >= 16)
    need(at('entry: the list'), [[*each.values()] for each in listed] == [
         [name, len(data), digest(data)] for name, data in entries.items()][2:])
    (first, last), initial, docs, by = span.values() if span else (0, -1), 'initial_state.json.gz', {}, {}
    for name in sorted([name for name in names if not re.search('^attachments/|[.]sig$', name)], key=len):  # Documents
        what, space = re.match('[a-z]*', name)[0], {'h': 'dmhq-orders', 'j': 'dmhq-roster'}.get(name[0], 'dmhq-closing')
        by[name] = at(f'orders: {name}') and f'{name}.sig' in entries and signer(entries, name, space)
        rows = entries[name].split(b'\n') if name.endswith('.gz') and what != 'actions' else [entries[name], b'']
        rows = need(at(f'entry: {name}'), rows.pop() == b'', rows) and [read(row) for row in rows]
        (found if what in found else docs).setdefault(what if what in found else name, []).extend(rows)
        if what in ('records', 'events', 'orders', 'salts'):  # Segments
            start, end = map(int, re.findall('[0-9]+', name))
            of = [row['record']['number'] if what == 'records' else [*row.values()][0] for row in rows]
            sizes = {len(x) for row in rows for x in [row.get('key'), *[*(row.get('own') or {}).values()][1:]] if x}
            need(name == f'{what}_{start}_to_{end}.json.gz', all(start <= n <= end for n in of), sizes <= {64}, *(
                 row['checksum'] == digest(row['actions']) if what == 'orders' else
                 len(row) == {'records': 2}.get(what, 4) for row in rows), kind == 'turn' or start == end & end + 1)
    records, salts = [row['record'] for row in found['records']], {row['record']: row for row in found['salts']}
    need([record['number'] for record in records] == [*range(first, last + 1)], kind == 'turn' or first == 0)
    complete, seat = 'closing.json' in names or (kind, holder) == ('session', 'host'), to if kind == 'turn' else holder
    if span and first == 0:
        game, keys, hidden, places = chain(found['records'], {n: line['hidden_link'] for n, line in salts.items()})
        need(at('manifest: from'), game == id, keys.get(holder) == packer or last == 0 and holder in places)
    for record in records:  # Commitments, EventLine, Salts, States
        n, *_, public, seats, state = at(f'commitment: record {record["number"]}') and record.values()
        line, shown = salts.get(n), {each['seat']: each for each in seats if complete or each['seat'] == seat}
        events = [event for event in found['events'] if event['record'] == n]
        plain, private = [[event for event in events if (event['after'] is None) == which] for which in (True, False)]
        counts = itertools.accumulate(event['after'] is None for event in events)
        need(digest(canon(*plain, end=b'\n')) == public, initial in names or n == 0 or first > 1, *(
             event['after'] in (None, count) and (event['audience'] is None) == (event['after'] is None or not complete)
             for event, count in zip(events, counts)), bool(line and line['hidden_link']) == (complete and n > 0))
        due = [(who, 'part', canon(*({**event, 'audience': None} for event in private if not complete or
                who in event['audience']), end=b'\n'), each['part']) for who, each in shown.items()]
        own = ('host', 'state', state) if complete else (seat, 'view', shown.get(seat, {}).get('view'))
        files = {*docs} & {f'snapshots/snapshot_turn_{n}.json.gz', initial if n == min(salts, default=None) else ''}
        due += [(*own[:2], canon(*docs.pop(name)), own[2]) for name in files]
        salt = lambda who, what: keyed(line['key'], [who, what]) if complete else line['key'] or line['own'][what]
        need(*(digest(bytes.fromhex(salt(who, what)) + data) == commitment for who, what, data, commitment in due))
    heads = [each['header'] for row in records for each in row['orders']] + found['header'] * (kind == 'submission')
    bodies = at('orders: the bodies') and {digest(body): body for body in found['orders'] + found['actions']}
    need(*([*bodies[h['body']].values()][:3] == [h['record'], h['seat'], h['sent']] if h['body'] in bodies else hidden
         and not complete and h['seat'] != seat for h in heads), {*bodies} <= {h['body'] for h in heads})
    if 'closing.json' in docs:
        session, number, head, secrets, _ = at('chain: closing.json') and docs.pop('closing.json')[0].values()
        need(by['closing.json'] == keys['host'], [session, number, head] == [id, last, digest(records[-1])])
        secret = {n: [each['secret'] for each in secrets if each['from'] <= n][-1] for n in salts}
        need(at('commitment: closing.json'), *(keyed(secret[n], [n]) == salts[n]['key'] for n in salts))
    texts = [body['actions'] for body in bodies.values() if complete or kind == 'submission'], found['events']
    named = {*re.findall(r'(?<!\\)"(attachments/[0-9a-f]{64})"(?!:)', canon(*texts).decode())}
    rest = {f'{name}.sig' for name in by if by[name]} | {f'{name}.gz' for name in named}
    need(at(f'entry: what a {kind} holds'), [*docs] == [f'{kind}.json'] * (KINDS.index(kind) > 3) + ['proof.json'] * (
         kind == 'join'), {*names} - {*by} == rest, *(digest(entries[f'{name}.gz']) == name[12:] for name in named))
    return f'good: {kind} of {id}' + (f', records {first} to {last}' if span else '')
exit = 0
for path in sys.argv[1:]:
    try: line = main(path)
    except (Exception, SystemExit) as error: line, exit = f'{place[-1]}: {error or type(error).__name__}', 3
    print(ascii(line)[1:-1])
sys.exit(exit)
