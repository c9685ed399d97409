import type { People } from './demoNames.ts'

/**
 * Villages of the trial, by commune: names as people say them, not an official list; who lives where is simplified to
 * one people a village. Points come from chance around the commune of today: none is a surveyed place.
 */
export const demoVillages: { readonly [commune: string]: readonly (readonly [title: string, people: People])[] } = {
  '40-417-16813': each('thai', 'Khối 1', 'Khối 2', 'Khối 3', 'Khối 4', 'Khối 5'),
  '40-417-16816': [
    ...each('thai', 'Xiềng Tắm', 'Xốp Tụ', 'Yên Hòa', 'Xốp Dương', 'Cha Nga', 'Hòa Lý'),
    ...each('khoMu', 'Huồi Pún', 'Phà Chiếng'),
    ...each('hmong', 'Nhọt Lợt'),
  ],
  '40-417-16819': [
    ...each('thai', 'Na Kho', 'Buộc', 'Cha Nga'),
    ...each('khoMu', 'Huồi Bắc', 'Kẻo Nam', 'Xám Thang'),
    ...each('hmong', 'Phà Coóng', 'Nhọt Kho'),
  ],
  '40-417-16822': [
    ...each('khoMu', 'Keng Đu', 'Huồi Lê', 'Huồi Phuôn', 'Quyết Thắng', 'Hạt Tà Vén', 'Huồi Cáng', 'Huồi Xui'),
    ...each('thai', 'Kẻo Cơn', 'Khe Linh'),
  ],
  '40-417-16825': [
    ...each('hmong', 'Huồi Viêng', 'Phà Tả', 'Phà Lếch Phay'),
    ...each('khoMu', 'Noọng Hán', 'Huồi Nhúc'),
  ],
  '40-417-16828': [
    ...each('hmong', 'Huồi Ức', 'Huồi Đun', 'Phà Xắc', 'Huồi Khả', 'Huồi Mú', 'Phà Bún'),
    ...each('khoMu', 'Na Ni'),
  ],
  '40-417-16831': each(
    'hmong',
    'Mường Lống 1',
    'Mường Lống 2',
    'Trung Tâm',
    'Tham Hang',
    'Thà Lạng',
    'Sà Lầy',
    'Long Kèo',
  ),
  '40-417-16834': [
    ...each('thai', 'Na Loi', 'Na Khướng', 'Đồn Boọng'),
    ...each('khoMu', 'Huồi Xai'),
    ...each('hmong', 'Piêng Lau'),
  ],
  '40-417-16837': [
    ...each('hmong', 'Tiền Tiêu', 'Huồi Pốc', 'Trường Sơn', 'Pà Ca'),
    ...each('khoMu', 'Khánh Thành'),
    ...each('thai', 'Noọng Dẻ'),
  ],
  '40-417-16840': each('khoMu', 'Nam Tiến 1', 'Nam Tiến 2', 'Huồi Lau', 'Khe Nạp', 'Lưu Hòa', 'Thảo Đi', 'Huồi Hốc'),
  '40-417-16843': each('khoMu', 'Phà Khảo', 'Phà Khốm', 'Kẹo Lực 1', 'Kẹo Lực 2', 'Piêng Hòm', 'Huồi Nhao'),
  '40-417-16846': each('khoMu', 'Cha Ca 1', 'Cha Ca 2', 'Xao Va', 'Ca Da', 'Huồi Xén'),
  '40-417-16849': [...each('thai', 'Noọng Ó', 'Xốp Thặp', 'Xốp Thạng'), ...each('khoMu', 'Chà Lắn', 'Huồi Hinh')],
  '40-417-16852': [
    ...each('thai', 'Hòa Sơn', 'Cầu Tám', 'Cánh', 'Nhãn Lỳ', 'Bình Sơn 1'),
    ...each('khoMu', 'Nhãn Cù', 'Sa Vang'),
  ],
  '40-417-16855': [
    ...each('thai', 'Lưu Tiến', 'Lưu Thắng', 'Lăn', 'Xiêng Thù', 'Cù', 'Hồng Tiến'),
    ...each('khoMu', 'Tạt Thoong', 'Khe Nằn', 'La Ngan'),
  ],
  '40-417-16858': [
    ...each('thai', 'Xốp Típ', 'Na Mỳ', 'Xốp Phe'),
    ...each('khoMu', 'Vàng Phao', 'Ta Đo'),
    ...each('hmong', 'Phà Nọi', 'Huồi Khí'),
  ],
  '40-417-16861': [
    ...each('thai', 'Na Lượng 1', 'Na Lượng 2', 'Na Chảo', 'Hòm', 'Bà', 'Đỉnh Sơn 1'),
    ...each('khoMu', 'Khe Tỳ', 'Huồi Thợ'),
  ],
  '40-417-16864': each('hmong', 'Huồi Giảng 1', 'Huồi Giảng 2', 'Huồi Giảng 3', 'Lữ Thành', 'Đống Trên'),
  '40-417-16867': [...each('thai', 'Xốp Lau', 'Ái Khe', 'Nha Nang'), ...each('khoMu', 'Pụng', 'Huồi Cọ')],
  '40-417-16870': [
    ...each('hmong', 'Phù Khả 1', 'Phù Khả 2', 'Tổng Khư', 'Ca Trên', 'Buộc Mú', 'Huồi Thum', 'Kẹo Bắc'),
    ...each('thai', 'Xiềng Xí'),
    ...each('khoMu', 'Ka Dưới'),
  ],
  '40-417-16873': [
    ...each('hmong', 'Nậm Càn', 'Thăm Hín', 'Sơn Hà', 'Nậm Khiên'),
    ...each('khoMu', 'Liên Sơn', 'Huồi Nhao'),
  ],
}

/** What people call a village: khối in the township, bản elsewhere. */
export const villageWord = (commune: string): string => (commune === '40-417-16813' ? 'khối' : 'bản')

/** Border communes whose medical stations were given a treatment house: seven of eleven, chosen for the trial. */
export const stationCommunes: readonly string[] = [
  '40-417-16816',
  '40-417-16819',
  '40-417-16822',
  '40-417-16837',
  '40-417-16858',
  '40-417-16867',
  '40-417-16870',
]

function each(people: People, ...titles: string[]): (readonly [string, People])[] {
  return titles.map((title) => [title, people] as const)
}
