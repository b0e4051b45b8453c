-- What the scripts have in common; the init file of the Neovim that runs them.
vim.opt.runtimepath:prepend(vim.env.PLUGIN)
vim.cmd.helptags(vim.env.PLUGIN .. '/doc')
vim.opt.swapfile = false
vim.opt.columns = 80
vim.opt.lines = 30

Harness = { failed = 0, run = 0 }

local PATIENCE = 60000

--- Waits until something holds, and says what was there instead where it never does.
function Harness.wait(what, condition, found)
  if not vim.wait(PATIENCE, condition, 10) then
    error(what .. ' never came; but ' .. vim.inspect(found and found() or condition()), 2)
  end
end

function Harness.equal(expected, actual, what)
  if not vim.deep_equal(expected, actual) then
    local text = '%s: expected %s, but was %s'
    error(text:format(what or '', vim.inspect(expected), vim.inspect(actual)), 2)
  end
end

--- Waits until something equals what is expected.
function Harness.becomes(expected, actual, what)
  vim.wait(PATIENCE, function()
    return vim.deep_equal(expected, actual())
  end, 10)
  Harness.equal(expected, actual(), what)
end

function Harness.it(name, test)
  Harness.run = Harness.run + 1
  local ok, failure = xpcall(test, debug.traceback)
  if ok then
    io.stdout:write('ok ' .. name .. '\n')
  else
    Harness.failed = Harness.failed + 1
    io.stdout:write('not ok ' .. name .. ': ' .. tostring(failure) .. '\n')
  end
end

function Harness.finish()
  local code = Harness.failed == 0 and Harness.run > 0 and 0 or 1
  for _, client in ipairs(vim.lsp.get_clients()) do
    if vim.fn.has('nvim-0.11') == 1 then
      client:stop()
    else
      client.stop()
    end
  end
  vim.wait(10000, function()
    return #vim.lsp.get_clients() == 0
  end, 10)
  vim.cmd('cquit ' .. code)
end

--- Writes a document, and opens it.
function Harness.document(lines)
  Harness.count = (Harness.count or 0) + 1
  local name = vim.fn.getcwd() .. '/d' .. Harness.count .. '.jsh'
  vim.fn.writefile(lines, name)
  vim.cmd.edit(name)
  return vim.api.nvim_get_current_buf()
end

--- Returns the lines of a buffer with what is painted after each, and what is below.
function Harness.painted(buffer, namespace)
  local id = vim.api.nvim_get_namespaces()[namespace]
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local after, below, signs = {}, {}, {}
  for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(buffer, id, 0, -1, { details = true })) do
    local row, details = mark[2] + 1, mark[4]
    for _, chunk in ipairs(details.virt_text or {}) do
      after[row] = (after[row] or '') .. chunk[1]
    end
    for _, line in ipairs(details.virt_lines or {}) do
      below[row] = below[row] or {}
      local chunks = vim.tbl_map(function(chunk)
        return chunk[1]
      end, line)
      table.insert(below[row], '|' .. table.concat(chunks))
    end
    if details.sign_text then
      signs[row] = vim.trim(details.sign_text)
    end
  end
  local result = {}
  for row, line in ipairs(lines) do
    table.insert(result, line .. (after[row] or ''))
    vim.list_extend(result, below[row] or {})
  end
  return result, signs
end
