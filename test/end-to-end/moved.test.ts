import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { familiesThatMove, kengDu, myLy } from './support/familiesThatMove.ts'
import { keptOn } from './support/fieldWork.ts'
import { handIn, place } from './support/handIn.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'

const phoneSize = { width: 360, height: 740 }

let endpoint: EndpointProcess
let pao: string
let check: string
let mai: Phone
let hung: Phone
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
  ;({ pao, check } = await familiesThatMove(endpoint))
  mai = await enrolled('Mai', 'district', [], deskSize)
  hung = await enrolled('Hùng', 'inspector', [kengDu, myLy])
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

const enrolled = async (name: string, role: string, books: string[], size = phoneSize): Promise<Phone> => {
  const phone = await enrolledPhone(endpoint, name, role, books, { size })
  phones.push(phone)
  await handIn(phone)
  return phone
}

/** On a desk and on a phone, nothing wider than the screen, and axe finds nothing. */
const look = async (phone: Phone, name: string, whole = false): Promise<void> => {
  for (const [size, at] of [
    [deskSize, 'desk-'],
    [phoneSize, ''],
  ] as const) {
    await phone.page.setViewportSize(size)
    await phone.picture(`${at}${name}`)
    if (whole) await phone.page.screenshot({ path: `test/pictures/${at}${name}-whole.png`, fullPage: true })
    const wider = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, `${name} is not wider than the screen`).toBeLessThanOrEqual(0)
    await accessible(phone, `${at}${name}`)
  }
}

const heading = ({ page }: Phone, name: string | RegExp) => page.getByRole('heading', { name })

it('[R-move-01, R-move-02, R-move-03, R-form-01] a family moved away: the office moves it to the other commune’s book, without a signal', async () => {
  const { page } = mai
  await place(mai, 'Hôm nay').click()
  await page.getByRole('link', { name: /Lô Văn Páo.*đã chuyển đi/ }).click()
  await heading(mai, 'Gia đình đã chuyển đi').waitFor()
  await page.getByRole('link', { name: 'Chuyển sang xã khác' }).first().waitFor()
  await mai.offline(true)
  await look(mai, 'moved-away')
  await page.getByRole('link', { name: 'Chuyển sang xã khác' }).first().click()
  await heading(mai, 'Chuyển sang xã khác').waitFor()

  // Nothing answered: each is said beside its question, and nothing is saved.
  await page.getByRole('button', { name: 'Chuyển hộ' }).click()
  await page.getByText('Hãy chọn: gia đình chuyển đi, hay nhà vẫn chỗ cũ.').waitFor()
  await page.getByText('Hãy chọn xã mà hộ chuyển tới.').waitFor()
  await page.getByText('Hãy chọn nhà đang làm sẽ thế nào.').waitFor()
  await page.getByText(/Hãy ghi lý do/).waitFor()
  await look(mai, 'move-refused', true)

  await page.getByRole('radio', { name: 'Gia đình đã dọn sang ở xã khác' }).check()
  await page.getByRole('radio', { name: 'Mỹ Lý' }).check()
  await page.getByRole('radio', { name: 'Xiềng Trên' }).check()
  await page.getByRole('radio', { name: /^Làm nhà ở nơi mới/ }).check()
  await page.getByLabel('Lý do, biết từ đâu').fill('Trưởng bản cho biết gia đình về ở với ông bà')
  await page.getByText('Hộ Lô Văn Páo → Xiềng Trên, Mỹ Lý').waitFor()
  await page.getByText('Vợ/chồng: Vi Thị Mai').waitFor()
  await page.getByText(/^Ở lại sổ Keng Đu.*1 lượt thăm, 1 công trình/).waitFor()
  // [R-family-01] what is read before saving says nothing of poverty.
  expect(await page.locator('main').textContent()).not.toMatch(/nghèo/i)
  await heading(mai, 'Trước khi lưu, hãy đọc lại').scrollIntoViewIfNeeded()
  await look(mai, 'move-summary', true)
  await page.getByRole('button', { name: 'Chuyển hộ' }).click()

  await heading(mai, 'Chuyển từ Huồi Lê, Keng Đu').waitFor()
  await page.getByText(/Mai chuyển ngày .* Trưởng bản cho biết/).waitFor()
  await page.getByText('Ghi vào sổ, chuyển từ xã khác').waitFor()
  await look(mai, 'moved-new')
  await page.getByRole('link', { name: 'Mở trang cũ' }).click()
  await heading(mai, 'Đã chuyển tới Xiềng Trên, Mỹ Lý').waitFor()
  expect(await page.getByRole('link', { name: 'Thăm hộ' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Ghi nguồn lực' }).count()).toBe(0)
  await page.getByText('Chưa duyệt khi chuyển').waitFor()
  await page.getByText('Thăm hộ: Đã chuyển đi').waitFor()
  await look(mai, 'moved-old', true)
  await page.getByRole('link', { name: 'Mở trang mới' }).click()
  await heading(mai, /^Chuyển từ/).waitFor()
  const { own } = await keptOn(mai)
  expect(own.map(({ entry }) => `${entry.book} ${entry.kind}`)).toEqual([
    `${myLy} household.registered`,
    `${myLy} build.planned`,
    `${kengDu} build.amended`,
    `${kengDu} household.moved`,
  ])
})

it('[R-move-02, R-board-01, I6] handed in, a second desk and a recorder of the new commune see it once, in the new book', async () => {
  await handIn(mai)
  expect((await keptOn(mai)).own.map(({ state }) => state)).toEqual(Array(4).fill('handed-in'))
  await handIn(hung)
  await place(hung, 'Hộ').click()
  await hung.page.getByRole('link', { name: /Lô Văn Páo/ }).waitFor()
  expect(await hung.page.getByRole('link', { name: /Lô Văn Páo/ }).count()).toBe(1)
  await hung.page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await heading(hung, 'Chuyển từ Huồi Lê, Keng Đu').waitFor()
  await hung.page.goto(`${endpoint.url}/`)
  await heading(hung, 'Hôm nay').waitFor()
  expect(await heading(hung, 'Chuyển đi, chủ hộ mất').count()).toBe(0)
  await hung.page.goto(`${endpoint.url}/review`)
  await hung.page.getByText('Không có').first().waitFor()
  await hung.page.goto(`${endpoint.url}/board`)
  await hung.page.getByText(/^6 hộ/).waitFor()

  const ha = await enrolled('Hà', 'recorder', [myLy])
  await place(ha, 'Hộ').click()
  await ha.page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await heading(ha, 'Chuyển từ Keng Đu').waitFor()
  await ha.page.getByText('Sổ Keng Đu không có trên máy này. Cần đọc thì hỏi văn phòng.').waitFor()
  expect(await ha.page.getByRole('link', { name: 'Chuyển sang xã khác' }).count()).toBe(0)
  await look(ha, 'moved-new-alone')
  await ha.page.goto(`${endpoint.url}/field`)
  await ha.page.getByText('Lô Văn Páo').first().waitFor()
})

it('[R-move-05, L14] somebody without a signal went on recording in the old book: said on both pages', async () => {
  await mai.page.goto(`${endpoint.url}/households/${pao}/note`)
  await mai.page
    .getByLabel(/Ghi chú/)
    .first()
    .fill('Còn gửi 20 bao xi măng ở nhà trưởng bản')
  await mai.page.getByRole('button', { name: 'Lưu ghi chú' }).click()
  await mai.page.getByText('Sau ngày chuyển, sổ cũ có thêm 1 ghi chép.', { exact: false }).waitFor()
  await mai.page.getByRole('link', { name: 'Mở trang mới' }).click()
  await heading(mai, /^Chuyển từ/).waitFor()
  await mai.page.getByText('Sau ngày chuyển, sổ cũ có thêm 1 ghi chép.', { exact: false }).waitFor()
})

it('[R-same-06, R-move-04] two families stand in both communes’ books: one told apart, one moved to the page that stands there', async () => {
  const { page } = mai
  await page.goto(`${endpoint.url}/same`)
  await heading(mai, 'Ở hai xã').waitFor()
  await page.getByText('cùng tên, cùng vợ/chồng, cùng năm sinh; nhưng khác xã').first().waitFor()
  await look(mai, 'same-across')
  await mai.offline(true)
  await page.getByRole('link', { name: /Moong Văn Xia/ }).click()
  await page.getByText('Gia đình nay thuộc xã nào').waitFor()
  expect(await page.getByRole('button', { name: 'Cùng một hộ' }).count()).toBe(0)
  await look(mai, 'same-across-pair', true)
  await page.getByRole('button', { name: 'Hai hộ khác nhau' }).click()
  await page.getByText('Đã trả lời: hai hộ khác nhau').waitFor()

  await page.getByRole('link', { name: /Vừ Bá Chò/ }).click()
  await page.getByRole('radio', { name: /^Mỹ Lý/ }).check()
  await page.getByRole('link', { name: 'Một gia đình: chuyển hộ' }).click()
  await page.getByText('Gia đình đã có trong sổ bên đó chưa').waitFor()
  expect(await page.getByRole('radio', { name: /^Vừ Bá Chò/ }).isChecked()).toBe(true)
  await page.getByRole('radio', { name: 'Nhà vẫn chỗ cũ, nhưng thuộc xã khác' }).check()
  await page.getByLabel('Lý do, biết từ đâu').fill('Bản giáp ranh, hai xã cùng ghi')
  await page.getByText('Hộ gộp vào trang đã có bên đó', { exact: false }).waitFor()
  await look(mai, 'move-join', true)
  await page.getByRole('button', { name: 'Chuyển hộ' }).click()
  await heading(mai, 'Chuyển từ Huồi Lê, Keng Đu').waitFor()
  await heading(mai, 'Đã gộp vào trang này').waitFor()
  await look(mai, 'moved-joined')
  await page.goto(`${endpoint.url}/same`)
  await page.getByText('Không có hai hộ nào phải hỏi.').waitFor()
  await handIn(mai)
  await handIn(hung)
  await hung.page.goto(`${endpoint.url}/same`)
  await hung.page.getByText('Đã trả lời: hai hộ khác nhau').waitFor()
  expect(await hung.page.getByRole('link', { name: /Vừ Bá Chò/ }).count()).toBe(0)
})

it('[R-move-01] a book that is not here, a device of one commune, and a recorder are told why and what to do', async () => {
  const thu = await enrolled('Thu', 'inspector', [kengDu])
  await thu.page.goto(`${endpoint.url}/households/${pao}/move`)
  await thu.page.getByText('Hộ này đã được chuyển sang sổ xã khác.', { exact: false }).waitFor()
  await place(thu, 'Hộ').click()
  await thu.page.getByRole('link', { name: /Cụt Văn Dênh/ }).click()
  await thu.page.getByRole('link', { name: 'Chuyển sang xã khác' }).click()
  await thu.page.getByText('Máy này chỉ ghi được sổ của một xã', { exact: false }).waitFor()
  await look(thu, 'move-one-book')
  const at = new URL(thu.page.url()).pathname
  const recorder = phones.find((phone) => phone !== thu && phone !== mai && phone !== hung)
  await recorder?.page.goto(endpoint.url + at.replace(/[^/]+\/move/, `${pao}/move`))
  // The old book is not on that phone at all.
  await recorder?.page.getByRole('status').first().waitFor()

  // Hùng's phone may write Mỹ Lý, but its book has not come.
  await hung.offline(true)
  await hung.page.evaluate(async (book) => {
    const database = await new Promise<IDBDatabase>((opened) => {
      const request = indexedDB.open('mai-am')
      request.onsuccess = () => opened(request.result)
    })
    const work = database.transaction('cursors', 'readwrite')
    work.objectStore('cursors').delete(book)
    await new Promise((done) => {
      work.oncomplete = done
    })
    database.close()
  }, myLy)
  await hung.page.goto(endpoint.url + at)
  await heading(hung, 'Chuyển sang xã khác').waitFor()
  await hung.page.getByRole('radio', { name: 'Mỹ Lý' }).check()
  await hung.page.getByText('Sổ của xã này chưa có trên máy', { exact: false }).waitFor()
  await hung.page.getByLabel('Lý do, biết từ đâu').fill('Gia đình đã dọn đi')
  await hung.page.getByRole('button', { name: 'Chuyển hộ' }).click()
  await look(hung, 'move-not-here', true)
  expect((await keptOn(hung)).own.filter(({ entry }) => entry.kind === 'household.moved')).toEqual([])
  await hung.page.reload()
  expect(await hung.page.getByLabel('Lý do, biết từ đâu').inputValue()).toBe('Gia đình đã dọn đi')
})

it('[R-move-06] moved by mistake: taken back without a signal, and moved again', async () => {
  const { page } = mai
  await page.goto(`${endpoint.url}/households`)
  await page.getByRole('link', { name: /Cụt Văn Dênh/ }).click()
  await page.getByRole('link', { name: 'Chuyển sang xã khác' }).waitFor()
  await mai.offline(true)
  await page.getByRole('link', { name: 'Chuyển sang xã khác' }).click()
  await page.getByRole('radio', { name: 'Gia đình đã dọn sang ở xã khác' }).check()
  await page.getByRole('radio', { name: 'Mỹ Lý' }).check()
  await page.getByRole('radio', { name: 'Xốp Tụ' }).check()
  await page.getByLabel('Lý do, biết từ đâu').fill('Nghe nói')
  await page.getByRole('button', { name: 'Chuyển hộ' }).click()
  await heading(mai, 'Chuyển từ Huồi Lê, Keng Đu').waitFor()
  await page.getByRole('link', { name: 'Mở trang cũ' }).click()
  await heading(mai, 'Đã chuyển tới Xốp Tụ, Mỹ Lý').waitFor()
  expect(await page.locator('main header').getByText('lều tạm').count()).toBe(0)
  await page.getByText('Chuyển nhầm').click()
  await page.getByText('Chuyển nhầm').scrollIntoViewIfNeeded()
  await look(mai, 'moved-mistake')
  await page.getByRole('button', { name: 'Đưa hộ về sổ này' }).click()
  await page.getByRole('link', { name: 'Thăm hộ' }).waitFor()
  expect(await heading(mai, /^Đã chuyển tới/).count()).toBe(0)
  await handIn(mai)
  await handIn(hung)
  await place(hung, 'Hộ').click()
  await hung.page.getByRole('link', { name: /Cụt Văn Dênh/ }).waitFor()
  expect(await hung.page.getByRole('link', { name: /Cụt Văn Dênh/ }).count()).toBe(1)
})

it('[R-clock-05] where a doubtful clock dated an entry, the page, the review, the tents and the paper say so quietly', async () => {
  const { page } = mai
  const answered = 'ngày do người ghi trả lời, giờ máy có thể sai'
  const nobody = 'không ai trả lời ngày nào, giờ máy có thể sai'
  await page.goto(`${endpoint.url}/households/${pao}`)
  await page.getByText(answered).first().waitFor()
  await page.getByText(nobody).first().waitFor()
  await look(mai, 'clock-said-page', true)
  await page.goto(`${endpoint.url}/review/${check}`)
  await page.getByText(nobody).first().waitFor()
  await look(mai, 'clock-said-review')
  await page.goto(`${endpoint.url}/tents`)
  await page.getByText(answered).waitFor()
  await look(mai, 'clock-said-tents')
  await page.goto(`${endpoint.url}/print/check/${check}`)
  await page.getByText(nobody).first().waitFor()
  await mai.page.setViewportSize(deskSize)
  await mai.picture('desk-clock-said-print')
})

it('[R-words-01, R-move-01, R-same-06, R-clock-05] the same screens in English', async () => {
  const { page } = mai
  await page.goto(`${endpoint.url}/people`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.goto(`${endpoint.url}/households/${pao}`)
  await heading(mai, 'Moved to Xiềng Trên, Mỹ Lý').waitFor()
  await look(mai, 'moved-old-en', true)
  await page.getByRole('link', { name: 'Open the new page' }).click()
  await heading(mai, 'Moved from Huồi Lê, Keng Đu').waitFor()
  await look(mai, 'moved-new-en')
  await page.getByRole('link', { name: 'Move to another commune' }).click()
  await page.getByRole('radio', { name: 'The house is where it was' }).check()
  await page.getByRole('radio', { name: 'Keng Đu' }).check()
  await page.getByRole('radio', { name: 'Huồi Lê' }).check()
  await page.getByRole('radio', { name: /^Go on with this house/ }).check()
  await page.getByText('Household of Lô Văn Páo → Huồi Lê, Keng Đu').waitFor()
  await look(mai, 'move-en', true)
  await page.goto(`${endpoint.url}/same`)
  await heading(mai, 'In two communes').waitFor()
  await look(mai, 'same-across-en')
})
