import { m } from '../../../language/words/messages.js'

/** Sheets are opened from several places: back is where one came from. */
export const BackButton = () => (
  <button type="button" className="button plain paper-back" onClick={() => history.back()}>
    ‹ {m.print_back()}
  </button>
)
