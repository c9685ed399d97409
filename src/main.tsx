import './ui/fonts.css'
import './ui/tokens.css'
import './ui/parts.css'
import { startApp } from './app/shell/startApp.tsx'

const place = document.getElementById('app')
if (place !== null) void startApp(place)
