@echo off
chcp 65001 >nul
title Routekaart
cd /d @MAP@ && @OPDRACHT@
echo.
pause
