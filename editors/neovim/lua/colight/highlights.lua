--- What things look like; each group is a link that a colour scheme or a user may set otherwise.
local M = {}

local links = {
  ColightValue = 'DiagnosticHint',
  ColightOutput = 'Comment',
  ColightStderr = 'DiagnosticWarn',
  ColightError = 'DiagnosticError',
  ColightStale = 'NonText',
  ColightMore = 'NonText',
  ColightHeading = 'Title',
  ColightSignQueued = 'NonText',
  ColightSignRunning = 'DiagnosticInfo',
  ColightSignFresh = 'DiagnosticOk',
  ColightSignStale = 'NonText',
  ColightSignHeld = 'DiagnosticWarn',
  ColightSignBlocked = 'DiagnosticWarn',
  ColightSignError = 'DiagnosticError',
}

function M.define()
  for name, link in pairs(links) do
    vim.api.nvim_set_hl(0, name, { link = link, default = true })
  end
end

return M
