import type { Gender } from '../../domain/entries/communeBodies.ts'
import type { Chance } from './chance.ts'

export type People = 'thai' | 'khoMu' | 'hmong'

export const ethnicityOf: { readonly [people in People]: string } = { thai: 'Thái', khoMu: 'Khơ Mú', hmong: 'Mông' }
export const languageOf: { readonly [people in People]: string } = {
  thai: 'tiếng Thái',
  khoMu: 'tiếng Khơ Mú',
  hmong: 'tiếng Mông',
}

const families: { readonly [people in People]: readonly string[] } = {
  thai: ['Lô', 'Vi', 'Lương', 'Lữ', 'Ngân', 'Kha', 'Quang', 'Hà', 'Lang', 'Vang', 'Lo'],
  khoMu: ['Moong', 'Cụt', 'Lữ', 'Lo', 'Ven', 'Xeo', 'Hoa', 'Chích', 'Pịt', 'Lương'],
  hmong: ['Vừ', 'Lầu', 'Xồng', 'Và', 'Hờ', 'Già', 'Mùa', 'Lỳ', 'Thò', 'Hạ'],
}

const givenMen: { readonly [people in People]: readonly string[] } = {
  thai: [
    ...['Páo', 'Khăm', 'Thoong', 'Ón', 'May', 'Xuân', 'Thông', 'Phong', 'Hùng', 'Dũng', 'Bình', 'Thắng', 'Tuấn'],
    ...['Khánh', 'Phan', 'Chưn', 'Xăng', 'Nghệ', 'Quyết', 'Inh', 'Bun', 'Đào', 'Tiến', 'Lập'],
  ],
  khoMu: [
    ...['Phò', 'Khương', 'Tình', 'Ngành', 'Hợi', 'Ba', 'Nhân', 'Khăm', 'Ón', 'Hùng', 'Chưn', 'Dần', 'Thìn', 'Sơn'],
    ...['Tuyên', 'Bảy', 'Phia', 'Ngoan', 'Tủn', 'Hoài', 'Vinh'],
  ],
  hmong: [
    ...['Tủa', 'Dếnh', 'Chồng', 'Lỳ', 'Cở', 'Pó', 'Rê', 'Xà', 'Nhìa', 'Tồng', 'Chư', 'Giờ', 'Dờ', 'Xừ', 'Pà', 'Mà'],
    ...['Thái', 'Xái', 'Rả', 'Lông', 'Dềnh', 'Chò'],
  ],
}

const givenWomen: { readonly [people in People]: readonly string[] } = {
  thai: ['Hoa', 'Mai', 'Lan', 'Hương', 'Thơm', 'Xuân', 'Đào', 'Nhung', 'May', 'Oanh', 'Vân', 'Liên', 'Ín', 'Khiêm'],
  khoMu: ['Mai', 'Lan', 'Hoa', 'Ngoan', 'Phương', 'Hồng', 'Ni', 'Tâm', 'Thìn', 'Bích', 'Mo', 'Loan', 'Ót'],
  hmong: ['Mỷ', 'Dở', 'Xi', 'Pà', 'Chò', 'Mò', 'Dua', 'Lía', 'Xua', 'Cha', 'Xá', 'Rùa', 'Mái'],
}

/** A person's name as it is really built: Văn and Thị, Bá and Y, two words, and now and then one. */
export const nameOf = (people: People, gender: Gender, chance: Chance): string => {
  const given = chance.pick(gender === 'woman' ? givenWomen[people] : givenMen[people])
  if (chance.happens(0.006)) return given
  const family = chance.pick(families[people])
  return [family, middleOf(people, gender, chance), given].filter(Boolean).join(' ')
}

const middleOf = (people: People, gender: Gender, chance: Chance): string => {
  if (people === 'hmong') {
    if (gender === 'woman') return 'Y'
    return chance.weighted({ Bá: 6, Giống: 1, Nhìa: 1, '': 2 })
  }
  if (chance.happens(0.06)) return ''
  return gender === 'woman' ? 'Thị' : 'Văn'
}
