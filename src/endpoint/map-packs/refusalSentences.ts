/** What was wrong, in Vietnamese, then in English; `{words}` are filled in. Whoever makes packs sits in the office. */
export const refusalSentences = {
  usage: ['{why}', '{why}'],
  'no-file': ['Không mở được tệp {file}: {why}.', 'The file {file} can’t be opened: {why}.'],
  'unknown-kind': [
    'Không biết đọc {file}: cần .mbtiles, .pmtiles, địa chỉ http(s) của một tệp .pmtiles, hoặc các tệp .geojson.',
    'It is not known how to read {file}: .mbtiles, .pmtiles, an http(s) address of a .pmtiles, or .geojson files are wanted.',
  ],
  'not-pmtiles': ['{file} không phải là tệp PMTiles.', '{file} is not a PMTiles file.'],
  'other-pmtiles': [
    '{file} là PMTiles phiên bản {version}; ở đây chỉ đọc phiên bản 3. Hãy đổi bằng “pmtiles convert”.',
    '{file} is PMTiles version {version}; only version 3 is read here. Convert it with “pmtiles convert”.',
  ],
  truncated: [
    '{file} bị cụt: theo đầu tệp phải có {said} byte, ở đây chỉ có {here}. Hãy tải lại.',
    '{file} is cut off: its header speaks of {said} bytes, {here} are here. Fetch it again.',
  ],
  damaged: ['{file} bị hỏng: {what}.', '{file} is damaged: {what}.'],
  'unknown-compression': [
    'Các ô của {file} nén bằng {compression}; điện thoại chỉ mở được gzip hoặc không nén.',
    'The tiles of {file} are packed with {compression}; phones open gzip or unpacked ones only.',
  ],
  'unknown-tiles': [
    'Các ô của {file} là loại {type}; ở đây cần ô vector (MVT) hoặc ảnh PNG, JPEG, WebP.',
    'The tiles of {file} are of the type {type}; vector tiles (MVT) or PNG, JPEG, WebP pictures are wanted.',
  ],
  'bad-tile': ['Ô {tile} của {file} không phải là {type}.', 'Tile {tile} of {file} is no {type}.'],
  'not-mbtiles': ['{file} không phải là MBTiles: {what}.', '{file} is not an MBTiles file: {what}.'],
  'empty-mbtiles': ['{file} không có ô bản đồ nào.', 'There are no tiles in {file}.'],
  'no-index': [
    '{file} không có chỉ mục cho các ô, đọc sẽ rất lâu. Hãy tạo: sqlite3 {file} "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)".',
    '{file} has no index of its tiles; reading it would take for ever. Make one: sqlite3 {file} "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)".',
  ],
  'not-geojson': ['{file} không phải là GeoJSON: {what}.', '{file} is not GeoJSON: {what}.'],
  'not-degrees': [
    'Toạ độ trong {file} không phải là kinh độ, vĩ độ WGS 84 ({what}). Hãy xuất lại với EPSG:4326.',
    'The coordinates in {file} are no WGS 84 longitudes and latitudes ({what}). Export it again as EPSG:4326.',
  ],
  'too-large': [
    '{file} lớn quá: {bytes} byte; nhiều nhất là {most}.',
    '{file} is too large: {bytes} bytes; at most {most}.',
  ],
  'same-layer': ['Hai tệp cùng cho lớp “{layer}”.', 'Two files make the same layer “{layer}”.'],
  'no-polygon': ['{file} không có đa giác nào để cắt theo.', 'There is no polygon in {file} to cut along.'],
  'bad-bbox': [
    '--bbox {bbox} không hợp lệ: cần TÂY,NAM,ĐÔNG,BẮC theo độ, tây nhỏ hơn đông, nam nhỏ hơn bắc.',
    '--bbox {bbox} makes no sense: WEST,SOUTH,EAST,NORTH in degrees are wanted, west below east, south below north.',
  ],
  'bad-zooms': [
    'Mức phóng {zooms} không hợp lệ: cần số nguyên từ 0 đến {most}, nhỏ trước lớn sau.',
    'The zooms {zooms} make no sense: whole numbers from 0 to {most} are wanted, the smaller first.',
  ],
  'needs-area': [
    'Từ một địa chỉ http phải nói lấy vùng nào: --bbox hoặc --area.',
    'From an http address it must be said which area: --bbox or --area.',
  ],
  'nothing-there': [
    'Trong vùng này, ở mức phóng {zooms}, {file} không có ô nào.',
    'In this area, at zooms {zooms}, there is nothing in {file}.',
  ],
  'too-many-tiles': [
    'Vùng này có hơn {most} ô: hãy chọn vùng nhỏ hơn hoặc --maxzoom thấp hơn.',
    'This area has more than {most} tiles: choose a smaller one, or a lower --maxzoom.',
  ],
  'no-range': [
    'Máy chủ của {url} không cho lấy từng phần (Range): hãy tải cả tệp về rồi cắt ở đây.',
    'The server of {url} does not give parts of a file (Range): download the whole file and cut it here.',
  ],
  'http-status': ['{url} trả lời {status}.', '{url} answered {status}.'],
  'no-answer': ['Không lấy được {url}: {why}.', '{url} could not be fetched: {why}.'],
  'changed-meanwhile': [
    '{url} đã đổi trong lúc đang lấy: hãy làm lại.',
    '{url} was changed while it was being fetched: begin again.',
  ],
  'bad-out': [
    '--out {file} không hợp lệ: tên tệp cần gồm chữ thường không dấu, chữ số, gạch nối (nhiều nhất 60), đuôi .pmtiles.',
    '--out {file} makes no sense: a name of small letters, digits and dashes (60 at most), ending in .pmtiles, is wanted.',
  ],
  'taken-out': [
    '--out {file}: tên “online” dành cho bản đồ trên mạng. Hãy đặt tên khác.',
    '--out {file}: the name “online” is kept for a map on the net. Choose another one.',
  ],
  unwritable: ['Không ghi được vào {dir}: {why}.', 'Nothing can be written to {dir}: {why}.'],
  'disk-full': [
    'Đĩa đầy khi đang ghi gói bản đồ; gói cũ (nếu có) vẫn còn nguyên.',
    'The disk got full while the map pack was written; an older pack, if any, is as it was.',
  ],
  'not-equal': [
    'Đọc lại gói vừa làm chỉ có {equal} trên {total} ô giống nguồn: không dùng gói này.',
    'Of the pack just made {equal} of {total} tiles read back as in the source: it is not used.',
  ],
} as const satisfies { readonly [code: string]: readonly [vi: string, en: string] }
